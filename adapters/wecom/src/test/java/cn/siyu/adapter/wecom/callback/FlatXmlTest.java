package cn.siyu.adapter.wecom.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatXmlTest {
    @Test
    void readsTheRootsOwnElementsAndPassesOverNestedOnes() {
        assertThat(FlatXml.read("<xml><A><![CDATA[<&>]]></A> <B>1</B><C/><L><Item>x</Item><Item>y</Item></L>"
                        + "<D>a<!-- c -->b&amp;</D></xml>"))
                .contains(Map.of("A", "<&>", "B", "1", "C", "", "D", "ab&"));
    }

    @Test
    void readsNoExternalEntity(@TempDir Path directory) throws Exception {
        var secret = Files.writeString(directory.resolve("secret.txt"), "canary");
        var read = FlatXml.read("<!DOCTYPE xml [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><xml><A>&e;</A></xml>");
        assertThat(read).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE xml><xml><A>1</A></xml>",
                "<!DOCTYPE xml SYSTEM \"http://localhost:1/x.dtd\"><xml><A>1</A></xml>",
                "<!DOCTYPE xml PUBLIC \"a\" \"http://localhost:1/x.dtd\"><xml><A>1</A></xml>",
                "<!DOCTYPE xml [<!ENTITY a \"1\">]><xml><A>&a;</A></xml>",
                "<!DOCTYPE xml [<!ENTITY % p SYSTEM \"http://localhost:1/p\"> %p;]><xml><A>1</A></xml>",
                "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><xml><A>&b;</A></xml>",
                "<xml><A>&unknown;</A></xml>",
                "<xml><A>1</A><A>2</A></xml>",
                "<other><A>1</A></other>",
                "<xml><A>1</A>",
                "<xml><A>1</A></xml><xml/>",
                "plain text",
                "{\"encrypt\":\"x\"}",
                ""
            })
    void refusesWhatThePlatformNeverSends(String xml) {
        assertThat(FlatXml.read(xml)).isEmpty();
    }

    @Test
    void refusesWhatIsTooDeepTooManyOrTooLong() {
        assertThat(FlatXml.read("<xml>" + "<a>".repeat(10) + "</a>".repeat(10) + "</xml>"))
                .isEmpty();
        assertThat(FlatXml.read("<xml><a>" + "<i/>".repeat(2001) + "</a></xml>"))
                .isEmpty();
        assertThat(FlatXml.read("<xml><A>" + "x".repeat(1 << 20) + "</A></xml>"))
                .isEmpty();
    }
}
