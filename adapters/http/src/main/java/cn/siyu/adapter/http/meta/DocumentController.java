package cn.siyu.adapter.http.meta;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Problems;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.json.JsonMapper;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;

/// Serves the API document, and the pages to browse it. Everything comes out of this jar and
/// nothing else is asked for, so the pages work without a network.
@Controller
@Hidden
final class DocumentController {
    private static final String VIEWER = "META-INF/swagger/views/rapidoc/res/rapidoc-min.js";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Siyu API</title>
              <script src="/docs/viewer.js"></script>
            </head>
            <body>
              <rapi-doc spec-url="/openapi.json" render-style="read" schema-style="table" theme="light"
                load-fonts="false" allow-spec-file-download="false" allow-spec-url-load="false"
                allow-spec-file-load="false" show-header="false" persist-auth="false"
                regular-font="system-ui, sans-serif" mono-font="ui-monospace, monospace"></rapi-doc>
            </body>
            </html>
            """;

    private final OpenApiDocument document;
    private final JsonMapper json;

    DocumentController(OpenApiDocument document, JsonMapper json) {
        this.document = document;
        this.json = json;
    }

    @Get("/openapi.json")
    HttpResponse<byte[]> asJson() throws IOException {
        return HttpResponse.ok(json.writeValueAsBytes(document.tree())).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/openapi.yaml")
    @Produces("application/yaml")
    HttpResponse<String> asYaml() {
        return HttpResponse.ok(Yaml.write(document.tree())).contentType("application/yaml;charset=utf-8");
    }

    @Get("/docs")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> page() {
        return guarded(HttpResponse.ok(PAGE).contentType("text/html;charset=utf-8"));
    }

    @Get("/docs/viewer.js")
    @Produces("text/javascript")
    HttpResponse<byte[]> viewer() throws IOException {
        try (InputStream in = DocumentController.class.getClassLoader().getResourceAsStream(VIEWER)) {
            if (in == null) {
                throw Problems.notFound(new Text("page", "页面"), "/docs/viewer.js");
            }
            return guarded(HttpResponse.ok(in.readAllBytes())
                    .contentType("text/javascript;charset=utf-8")
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600"));
        }
    }

    private static <T> HttpResponse<T> guarded(MutableHttpResponse<T> response) {
        return response.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }
}
