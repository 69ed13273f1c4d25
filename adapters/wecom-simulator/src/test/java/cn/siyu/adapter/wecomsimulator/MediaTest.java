package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files are put up, checked as the platform checks them, and fetched back for three days.
class MediaTest {
    private static final int MB = 1 << 20;
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp(""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    /// A file by a word: a format, and what its header says.
    private static byte[] file(String word) {
        var words = word.split(":", -1);
        return switch (words[0]) {
            case "png" -> TestFiles.png(number(words[1]), number(words[2]));
            case "jpg" -> TestFiles.jpeg(number(words[1]), number(words[2]));
            case "mp4" -> TestFiles.mp4(number(words[1]));
            case "amr" -> TestFiles.amr(number(words[1]));
            case "text" -> TestFiles.ascii("a".repeat(number(words[1])));
            case "big" -> TestFiles.padded(file(words[1] + ":9:9"), number(words[2]));
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    @ParameterizedTest
    @CsvSource({
        "type=image, png:800:600, 0",
        "type=image, jpg:800:600, 0",
        "type=voice, amr:60, 0",
        "type=video, mp4:600, 0",
        "type=file, text:6, 0",
        "type=poem, text:6, 40005",
        "'', text:6, 40005",
        "type=image, text:60, 40004",
        "type=voice, text:60, 40004",
        "type=video, png:8:8, 40004",
        "type=voice, amr:61, 45007",
        "type=file, text:0, 44001",
        "type=file, text:5, 40006",
        "type=image, big:png:10485761, 45001",
        "type=image, big:png:10485760, 0",
        "type=voice, big:amr:2097153, 45001",
        "type=video, big:mp4:10485761, 45001",
        "type=file, big:png:20971520, 0",
        "type=file, big:png:20971521, 45001",
        "type=file, big:png:30000000, 45001",
    })
    void checksAFileForMessages(String query, String file, int errcode) {
        var answer = client.upload("upload?" + query, "media", file(file));
        assertThat(code(answer)).isEqualTo(errcode);
        if (errcode == 0) {
            assertThat(answer.path("errmsg").asText()).isEmpty();
            assertThat(answer.path("media_id").asText()).matches("[A-Za-z0-9_-]{44}");
            assertThat(answer.path("created_at").isTextual()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "media_type=image&attachment_type=1, png:10800:1080, 0",
        "media_type=image&attachment_type=1, jpg:1080:10800, 0",
        "media_type=image&attachment_type=1, png:10801:1080, 41081",
        "media_type=image&attachment_type=1, jpg:1081:1081, 41081",
        "media_type=image&attachment_type=2, png:20000:20000, 0",
        "media_type=image&attachment_type=1, text:60, 40004",
        "media_type=image&attachment_type=1, big:png:10485761, 41080",
        "media_type=video&attachment_type=1, mp4:30, 0",
        "media_type=video&attachment_type=1, mp4:31, 41082",
        "media_type=video&attachment_type=1, text:60, 41090",
        "media_type=video&attachment_type=2, mp4:3, 41072",
        "media_type=file&attachment_type=1, text:60, 41072",
        "media_type=voice&attachment_type=1, amr:1, 40005",
        "media_type=poem&attachment_type=1, text:60, 40005",
        "media_type=image&attachment_type=3, png:8:8, 41072",
        "media_type=image&attachment_type=1, text:0, 44001",
        "media_type=image&attachment_type=1, text:4, 40006",
    })
    void checksAnAttachmentOfMomentsAndAlbums(String query, String file, int errcode) {
        var answer = client.upload("upload_attachment?" + query, "media", file(file));
        assertThat(code(answer)).isEqualTo(errcode);
        if (errcode == 0) {
            assertThat(answer.path("created_at").isIntegralNumber()).isTrue();
        }
    }

    @Test
    void refusesWhatIsNoFormAndAFileUnderAnotherName() {
        assertThat(code(client.upload("upload?type=file", "file", file("text:9"))))
                .isEqualTo(44001);
        var path = "/cgi-bin/media/upload?type=file&access_token=" + client.token();
        assertThat(code(client.post(path, "no form"))).isEqualTo(44001);
        assertThat(code(client.get(path))).isEqualTo(44001);
        assertThat(code(client.post("/cgi-bin/media/upload?type=file", ""))).isEqualTo(41001);
    }

    @Test
    void leavesAttachmentsToAppsWithCustomerContact() {
        client.control("PATCH", "/apps/1000002", "{\"enabled\":true}");
        var other = client.get("/cgi-bin/gettoken?corpsecret=secret-of-1000003&corpid=" + TestClient.CORP)
                .path("access_token")
                .asText();
        assertThat(code(client.post("/cgi-bin/media/upload_attachment?access_token=" + other, "")))
                .isEqualTo(48002);
    }

    @Test
    void givesAFileBackForThreeDaysToEveryApp() {
        var file = TestFiles.padded(file("png:8:8"), 5000);
        Arrays.fill(file, 100, 5000, (byte) 7);
        var path = "/cgi-bin/media/get?media_id=" + client.media("image", file);
        var whole = client.download(path, "");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(whole.headers().firstValue("Content-disposition").orElseThrow())
                .matches("attachment; filename=\"[A-Za-z0-9_-]{44}\\.png\"");
        assertThat(whole.body()).isEqualTo(file);

        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-05T01:59:59Z\"}");
        assertThat(client.download(path, "").body()).isEqualTo(file);
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-05T02:00:00Z\"}");
        assertThat(code(client.get(path + "&access_token=" + client.token()))).isEqualTo(40145);
        client.media("file", file("text:9"));
        assertThat(code(client.get(path + "&access_token=" + client.token()))).isEqualTo(40145);
        assertThat(code(client.get("/cgi-bin/media/get?media_id=no&access_token=" + client.token())))
                .isEqualTo(40007);
        assertThat(code(client.get("/cgi-bin/media/get?access_token=" + client.token())))
                .isEqualTo(40007);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 206, abcd, bytes 0-3/10",
        "bytes=8-, 206, ij, bytes 8-9/10",
        "bytes=5-99, 206, fghij, bytes 5-9/10",
        "bytes=10-11, 416, '', bytes */10",
        "lines=1-2, 200, abcdefghij, ''",
    })
    void givesTheRangeThatIsAskedFor(String range, int status, String text, String told) {
        var id = client.media("file", TestFiles.ascii("abcdefghij"));
        var part = client.download("/cgi-bin/media/get?media_id=" + id, range);
        assertThat(part.statusCode()).isEqualTo(status);
        assertThat(new String(part.body(), java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo(text);
        assertThat(part.headers().firstValue("Content-Range").orElse("")).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"text:0, 44001", "text:5, 40006", "text:50, 40004", "big:png:2097153, 40006", "big:png:2097152, 0"})
    void checksAPictureForGood(String file, int errcode) {
        assertThat(code(client.upload("uploadimg", "anything", file(file)))).isEqualTo(errcode);
    }

    @Test
    void givesEachPictureAnAddressOfItsOwn() {
        var first = client.upload("uploadimg", "media", file("jpg:8:8"));
        var second = client.upload("uploadimg", "media", file("jpg:8:8"));
        assertThat(first.path("url").asText()).startsWith("https://wework.qpic.cn/");
        assertThat(second.path("url")).isNotEqualTo(first.path("url"));
    }

    @Test
    void keepsFilesOverARestartAndDropsThemWithTheirCorp(@TempDir Path directory) throws IOException {
        var file = TestFiles.padded(file("jpg:9:9"), 2 * MB);
        String path;
        try (var first = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var its = new TestClient(first);
            its.control("POST", "", TestClient.corp(""));
            path = "/cgi-bin/media/get?media_id=" + its.media("image", file);
        }
        assertThat(Files.size(directory.resolve(TestClient.CORP + ".journal"))).isLessThan(20_000);
        try (var again = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var its = new TestClient(again);
            assertThat(its.download(path, "").body()).isEqualTo(file);
            its.control("DELETE", "", "");
        }
        assertThat(directory.resolve(TestClient.CORP + ".media")).doesNotExist();
    }

    @Test
    void servesTheWxJavaClient() throws WxErrorException, IOException {
        var wxjava = WxJava.of(simulator);
        var media = wxjava.getMediaService();
        var picture = file("png:9:9");

        var uploaded = media.upload("image", "png", new ByteArrayInputStream(picture));
        assertThat(uploaded.getType()).isEqualTo("image");
        assertThat(uploaded.getCreatedAt()).isEqualTo(1772416800L);
        assertThat(Files.readAllBytes(media.download(uploaded.getMediaId()).toPath()))
                .isEqualTo(picture);

        var onDisk =
                Files.write(Files.createTempFile("moment", ".png"), picture).toFile();
        assertThat(media.upload("file", onDisk, "价目表.png").getMediaId()).hasSize(44);
        assertThat(media.upload("image", onDisk).getMediaId()).hasSize(44);
        assertThat(media.upload("file", new ByteArrayInputStream(picture), "价目表.png")
                        .getType())
                .isEqualTo("file");
        // WxJava fetches the file from the address itself, and puts it up
        assertThat(media.upload("file", "errcodes.txt", simulator.baseUrl() + "/simulator/errcodes")
                        .getMediaId())
                .hasSize(44);
        assertThat(media.uploadImg(onDisk)).startsWith("https://wework.qpic.cn/");
        var attachment = wxjava.getExternalContactService().uploadAttachment("image", 1, onDisk);
        assertThat(attachment.getMediaId()).hasSize(44);
        var streamed = wxjava.getExternalContactService()
                .uploadAttachment("video", "mp4", 1, new ByteArrayInputStream(file("mp4:9")));
        assertThat(streamed.getType()).isEqualTo("video");
        WxJava.refused(40007, () -> media.download("no"));
    }

    @Test
    void boundsHowManyPicturesGetAnAddress() {
        client.control(
                "PUT", "/limits", "{\"overrides\":{\"apiQuotas\":{\"/cgi-bin/media/uploadimg\":{\"perDay\":1}}}}");
        var picture = file("png:9:9");
        assertThat(client.upload("uploadimg", "media", picture).path("errcode").asInt())
                .isZero();
        assertThat(client.upload("uploadimg", "media", picture).path("errcode").asInt())
                .isEqualTo(45009);
    }
}
