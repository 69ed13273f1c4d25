package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A world can be saved to one file and loaded again, here or elsewhere.
class WorldFileTest {
    private static final String WORLD = "/simulator/corps/" + TestClient.CORP + "/world";

    private static String save(TestClient client, String path) {
        return new String(client.raw("GET", path, new byte[0]).body(), StandardCharsets.UTF_8);
    }

    @Test
    void isTheSameAfterSavingLoadingAndSaving(@TempDir Path directory) {
        String first;
        List<?> lived;
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var client = new TestClient(simulator);
            JournalTest.live(client);
            lived = JournalTest.everything(client);
            first = save(client, WORLD);
            assertThat(save(client, "/simulator/world")).isEqualTo(first);
        }
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var client = new TestClient(simulator);
            var loaded = client.exchange("PUT", "/simulator/world", first);
            assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(200);
            assertThat(save(client, WORLD)).isEqualTo(first);
            assertThat(client.exchange("PUT", WORLD, first).statusCode()).isEqualTo(200);
            assertThat(save(client, WORLD)).isEqualTo(first);
            assertThat(JournalTest.everything(client)).isEqualTo(lived);
        }
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var client = new TestClient(simulator);
            assertThat(save(client, WORLD)).isEqualTo(first);
            client.control("POST", "/clock/steps", "{\"to\":\"2026-03-03T12:00:00Z\"}");
            assertThat(client.lines("/ledger")).hasSizeGreaterThan(14);
        }
    }

    @Test
    void bringsUploadedFilesWithIt(@TempDir Path directory) {
        var bytes = new byte[] {'h', 'e', 'l', 'l', 'o', 0, '\n', (byte) 0xff};
        String saved;
        String get;
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var client = new TestClient(simulator);
            client.control("POST", "", TestClient.corp(""));
            var uploaded = client.upload("upload?type=file", "media", bytes);
            get = "/cgi-bin/media/get?media_id=" + uploaded.path("media_id").asText();
            assertThat(client.download(get, "").body()).isEqualTo(bytes);
            saved = save(client, WORLD);
        }
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var client = new TestClient(simulator);
            for (var loads = 0; loads < 2; loads++) {
                var loaded = client.exchange("PUT", "/simulator/world", saved);
                assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(200);
                assertThat(client.download(get, "").body()).isEqualTo(bytes);
                assertThat(save(client, WORLD)).isEqualTo(saved);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"version\":1 | \"version\":1,\"colour\":1 | unknown field 'colour' at /",
                "\"rows\":[ | \"colour\":1,\"rows\":[ | unknown field 'colour' at /corps/0",
                "\"t\":\"staff\", | \"t\":\"staff\",\"colour\":1, | unknown field 'colour' at /corps/0/rows/",
                "\"t\":\"staff\" | \"t\":\"stuff\" | Could not resolve type id 'stuff'",
                "\"t\":\"rel\",\"customer\":0 | \"t\":\"rel\",\"customer\":77 | names the customer 77, whom no row before it made",
                "\"version\":1 | \"version\":2 | version 1",
                "\"t\":\"corp\",\"corpId\":\"ww9c1d0e5b7a3f2468\" | \"t\":\"corp\",\"corpId\":\"other\" | needs a corpId",
                "}}]} | , | not JSON",
            })
    void saysWhatIsWrongWithAFileAndChangesNothing(String right, String wrong, String words) {
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var client = new TestClient(simulator);
            client.control("POST", "", TestClient.corp(",\"moreCustomers\":3"));
            var saved = save(client, WORLD);
            assertThat(saved).contains(right);
            var refused = client.exchange("PUT", "/simulator/world", saved.replace(right, wrong));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(TestClient.json(refused.body()).path("detail").asText()).contains(words);
            assertThat(save(client, WORLD)).isEqualTo(saved);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "cus | {'t':'cus'} | number",
                "cus | {'t':'cus','number':0,'externalUserId':null,'name':'n','type':1,'gender':0,'unionid':null} | externalUserId",
                "cus | {'t':'cus','number':'0','externalUserId':'wmA','name':'n','type':1,'gender':0,'unionid':null} | String",
                "cus | {'t':'cus','number':0,'externalUserId':7,'name':'n','type':1,'gender':0,'unionid':null} | Integer",
                "cus | {'t':'cus','number':3,'externalUserId':'wmA','name':'n','type':1,'gender':0,'unionid':null} | expected 0",
                "app | {'t':'app'} | agentId",
                "tag | {'t':'tag'} | id",
                "tag | {'t':'tag','id':'a','groupId':'none','name':'n','order':0,'createdAt':1,'agentId':0} | names the tag group none",
                "grp | {'t':'grp'} | id",
                "dep | {'t':'dep'} | id",
                "dep | {'t':'dep','id':1,'name':'n','parentId':0.5,'order':1} | int",
                "clock | {'t':'clock'} | stepped",
                "clock | {'t':'clock','stepped':true,'now':1772416800,'granularity':0,'speed':0.0,'since':0} | granularity below 1",
                "staff | {'t':'staff','userid':'ada'} | name",
                "staff | {'t':'staff','userid':'a','name':'n','departments':[99],'position':'','status':1,'customerContact':true,'standing':null} | names the department 99",
                "staff | {'t':'staff','userid':'a','name':'n','departments':[null],'position':'','status':1,'customerContact':true,'standing':null} | null",
                "rel | null | a row is needed",
                "plan | {'t':'plan','plan':{'colour':1}} | behaviour plan",
            })
    void checksEveryRowBeforeAnythingChanges(String kind, String row, String words) {
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var client = new TestClient(simulator);
            client.control("POST", "", TestClient.corp(",\"moreCustomers\":3,\"behaviour\":{\"seed\":1}"));
            client.act("{\"type\":\"CREATE_TAG\",\"group\":\"意向\",\"name\":\"高\"}");
            var saved = save(client, WORLD);
            var wrong = saved.replaceFirst("(?m)^\\{\"t\":\"" + kind + "\".*?\\}(,?)$", row.replace('\'', '"') + "$1");
            assertThat(wrong).isNotEqualTo(saved);
            var refused = client.exchange("PUT", "/simulator/world", wrong);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(TestClient.json(refused.body()).path("detail").asText()).contains(words);
            assertThat(save(client, WORLD)).isEqualTo(saved);
        }
    }

    @Test
    void refusesDepartmentsThatLieBelowThemselves() {
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var client = new TestClient(simulator);
            client.control("POST", "", TestClient.corp(""));
            var saved = save(client, WORLD);
            var wrong = saved.replace(
                    "\"id\":7,\"name\":\"一号店\",\"parentId\":1", "\"id\":7,\"name\":\"一号店\",\"parentId\":7");
            assertThat(wrong).isNotEqualTo(saved);
            var refused = client.exchange("PUT", "/simulator/world", wrong);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("department 7 lies below itself");
        }
    }

    @Test
    void leavesTheFilesOfACorpAloneWhenItRefusesAnother(@TempDir Path directory) {
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var client = new TestClient(simulator);
            client.control("POST", "", TestClient.corp(""));
            var id = client.upload("upload?type=file", "media", "hello, you".getBytes(StandardCharsets.UTF_8))
                    .path("media_id")
                    .asText();
            var other = save(client, WORLD)
                    .replace("aGVsbG8sIHlvdQ==", "aGVsbG8sIG1hbg==")
                    .replace("}}]}", "}},{\"corpId\":\"b\"}]}");
            assertThat(client.exchange("PUT", "/simulator/world", other).statusCode())
                    .isEqualTo(400);
            assertThat(client.download("/cgi-bin/media/get?media_id=" + id, "").body())
                    .asString()
                    .isEqualTo("hello, you");
        }
    }

    @Test
    void refusesTheFileOfAnotherCorp() {
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var client = new TestClient(simulator);
            client.control("POST", "", TestClient.corp(""));
            var saved = save(client, WORLD);
            var refused = client.exchange("PUT", "/simulator/corps/another/world", saved);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("must hold the corp another");
        }
    }
}
