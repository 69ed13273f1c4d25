package cn.siyu.adapter.http.imports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.World;
import cn.siyu.application.insight.ImportColumn;
import cn.siyu.application.insight.ImportKind;
import cn.siyu.application.insight.RowFault;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The pages about imports tell the truth: the files of the tutorial give the answers that stand
/// there, and the reference names every column and every fault.
class ImportPagesTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern BLOCK = Pattern.compile("```(csv|json) (\\w+)\n(.*?)```", Pattern.DOTALL);

    private final Map<String, String> blocks = new HashMap<>();
    private final String reference;

    ImportPagesTest() throws IOException {
        BLOCK.matcher(Files.readString(DOCS.resolve("tutorials/first-import.md")))
                .results()
                .forEach(block -> blocks.put(block.group(1) + " " + block.group(2), block.group(3)));
        reference = Files.readString(DOCS.resolve("reference/imports.md"));
    }

    private void send(String name, String query, Charset charset) throws IOException {
        String file = blocks.getOrDefault("csv " + name, "");
        Answer answer = Api.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + Api.port() + "/v1/brands/demo/imports" + query))
                        .header("Content-Type", "text/csv")
                        .header("Authorization", "Bearer " + World.KEY.text())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file.getBytes(charset)))
                        .build());
        Api.bean(JsonMapper.class)
                .readValue(blocks.getOrDefault("json " + name, ""), Argument.mapOf(String.class, Object.class))
                .forEach((property, value) -> assertThat(answer.at(property))
                        .as(name + " " + property)
                        .isEqualTo(String.valueOf(value)));
    }

    @Test
    void theTutorialComesTrue() throws IOException {
        send("customers", "?kind=CUSTOMERS&source=crm&validate=only", StandardCharsets.UTF_8);
        send("customers", "?kind=CUSTOMERS&source=crm", StandardCharsets.UTF_8);
        send("mended", "?kind=CUSTOMERS&source=crm", StandardCharsets.UTF_8);
        send("orders", "?kind=ORDERS&source=crm", Charset.forName("GB18030"));

        String buyer = Api.get("/v1/brands/demo/customers/ext:crm:M-1001").at("id");
        Answer order = Api.get("/v1/brands/demo/orders/ext:crm:20260302-0001");
        assertThat(order.at("customer")).isEqualTo(buyer);
        assertThat(order.at("amountMinor")).isEqualTo("3500");
        assertThat(order.at("paidAt")).isEqualTo("2026-03-02T01:30:00.000Z");
    }

    @Test
    void theReferenceNamesEveryColumnAndEveryFault() {
        for (ImportColumn column : ImportColumn.values()) {
            assertThat(reference).contains("| `" + column.code() + "` | " + String.join("、", column.chinese()) + " | ");
        }
        for (RowFault fault : RowFault.values()) {
            assertThat(reference).contains("`" + fault.code() + "`");
        }
        Stream.of(ImportKind.values()).forEach(kind -> assertThat(reference).contains("`" + kind.name() + "`"));
    }
}
