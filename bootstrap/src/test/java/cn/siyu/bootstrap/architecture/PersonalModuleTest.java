package cn.siyu.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The by-hand channel is built from the core alone: no library comes in by which a client could be
/// driven.
final class PersonalModuleTest {
    private static final Path POM = Path.of("..", "adapters", "personal", "pom.xml");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("<artifactId>(.*?)</artifactId>");

    static List<String> shipped(String pom) {
        List<String> names = new ArrayList<>();
        var dependencies = DEPENDENCY.matcher(pom);
        while (dependencies.find()) {
            String one = dependencies.group(1);
            var name = NAME.matcher(one);
            if (!one.contains("<scope>test</scope>") && name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    @Test
    void dependsOnTheCoreAlone() throws IOException {
        assertThat(shipped(Files.readString(POM))).containsExactly("siyu-application");
    }

    @Test
    void aLibraryWouldBeSeen() throws IOException {
        String planted = Files.readString(POM)
                .replace(
                        "</dependencies>",
                        "<dependency><artifactId>appium-java-client</artifactId></dependency></dependencies>");

        assertThat(shipped(planted)).contains("appium-java-client");
    }
}
