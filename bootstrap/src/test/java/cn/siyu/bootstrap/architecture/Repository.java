package cn.siyu.bootstrap.architecture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The working copy that the tests run in, for tests that hold documents to the code.
final class Repository {
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "data", ".mvn");

    private Repository() {}

    /// The directory of the root `pom.xml`.
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("mvnw"))) {
            here = Optional.ofNullable(here.getParent())
                    .orElseThrow(() -> new IllegalStateException("the tests run outside the working copy"));
        }
        return here;
    }

    /// The source of a class by its simple name.
    static Optional<Path> javaFile(String simpleName) throws IOException {
        return files(simpleName + ".java").stream().findFirst();
    }

    /// All files of a name, or of an ending if it begins with a dot, in the order of their paths.
    static List<Path> files(String name) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean ours = !NOT_OURS.contains(String.valueOf(directory.getFileName()));
                return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String found = String.valueOf(file.getFileName());
                if (name.startsWith(".") ? found.endsWith(name) : found.equals(name)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files.stream().sorted().toList();
    }
}
