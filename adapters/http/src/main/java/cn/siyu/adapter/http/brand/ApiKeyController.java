package cn.siyu.adapter.http.brand;

import cn.siyu.adapter.http.answer.Changes;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Numbered;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.ApiKeyView;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.CreateApiKey;
import cn.siyu.application.brand.CreateApiKey.Created;
import cn.siyu.application.brand.CreateApiKey.Sees;
import cn.siyu.application.brand.ReadApiKeys;
import cn.siyu.application.brand.RevokeApiKey;
import cn.siyu.application.brand.Scope;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The API keys (API 密钥) of a brand.
@Controller("/v1/brands/{brand}/api-keys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "API keys")
final class ApiKeyController implements Contract.Owner {
    private static final Listing KEYS = Numbered.listing().build();
    private static final String SCOPES = Stream.of(Scope.values())
            .filter(scope -> scope != Scope.INSTALLATION)
            .map(Scope::code)
            .collect(Collectors.joining(", "));

    private final ReadApiKeys read;
    private final CreateApiKey create;
    private final RevokeApiKey revoke;
    private final Lists lists;

    ApiKeyController(ReadApiKeys read, CreateApiKey create, RevokeApiKey revoke, Lists lists) {
        this.read = read;
        this.create = create;
        this.revoke = revoke;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listApiKeys", KEYS)
                .body(
                        "createApiKey",
                        Wish::read,
                        "{\"name\":\"Shop system\",\"scopes\":[\"orders:write\",\"customers:read\"]}");
    }

    @Needs(Scope.API_KEYS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listApiKeys",
            summary = "List API keys · 列出 API 密钥",
            description = "All keys of the brand, revoked and expired ones included. Secrets are never shown again.")
    Page<ApiKeyResource> list(Caller caller, HttpRequest<?> request) {
        return Numbered.page(
                lists,
                KEYS,
                request,
                (_, after, atMost) -> keys(caller, after, atMost),
                view -> view.key().id().value(),
                ApiKeyResource::of);
    }

    @Needs(Scope.API_KEYS_READ)
    @Get("/{key}")
    @Operation(
            operationId = "getApiKey",
            summary = "Show an API key · 查看 API 密钥",
            description = "What the key may do and see, and whether it still works. The secret is not kept.")
    ApiKeyResource show(
            Caller caller,
            @PathVariable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String key) {
        return read.one(caller, IdType.API_KEY.inPath("key", key))
                .map(ApiKeyResource::of)
                .orElseThrow(() -> Problems.notFound(IdType.API_KEY.label(), key));
    }

    @Needs(Scope.API_KEYS_WRITE)
    @Post
    @Operation(
            operationId = "createApiKey",
            summary = "Make an API key · 新建 API 密钥",
            description =
                    "The answer has the secret, once: keep it. A repeat under the same Idempotency-Key answers without it. "
                            + "Nobody can give a key more than their own may do and see.")
    @ApiResponse(responseCode = "201", description = "The key works", useReturnTypeSchema = true)
    HttpResponse<ApiKeyResource> create(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        var made = new AtomicReference<@Nullable Created>();
        // the remembered answer must not hold the secret: it is put in afterwards, and only here
        HttpResponse<ApiKeyResource> answer = write.run(() -> {
            Created created = Changes.made(create.handle(body.read(Wish::read).by(caller)), IdType.API_KEY);
            made.set(created);
            return created(request, ApiKeyResource.of(created.view()));
        });
        Created created = made.get();
        return created == null || answer.code() != HttpStatus.CREATED.getCode()
                ? answer
                : created(
                        request,
                        ApiKeyResource.of(created.view())
                                .withSecret(created.text().text()));
    }

    @Needs(Scope.API_KEYS_WRITE)
    @Delete("/{key}")
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke an API key · 吊销 API 密钥",
            description = "It stops working within seconds, and for good. Revoking it again changes nothing.")
    HttpResponse<ApiKeyResource> revoke(
            Caller caller,
            @PathVariable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String key,
            Write write) {
        var command = new RevokeApiKey.Command(caller, IdType.API_KEY.inPath("key", key));
        return write.run(() -> {
            var _ = Changes.changed(revoke.handle(command), IdType.API_KEY, key);
            return HttpResponse.ok(show(caller, key));
        });
    }

    private List<ApiKeyView> keys(Caller caller, long after, int atMost) {
        return read.all(caller).stream()
                .filter(view -> view.key().id().value() > after)
                .limit(atMost)
                .toList();
    }

    private static HttpResponse<ApiKeyResource> created(HttpRequest<?> request, ApiKeyResource resource) {
        return HttpResponse.<ApiKeyResource>created(URI.create(request.getPath() + "/" + resource.id()))
                .body(resource);
    }

    /// What a key is to be.
    private record Wish(
            String name,
            Set<Scope> scopes,
            Sees sees,
            @Nullable PublicId seesOf,
            @Nullable Instant expiresAt) {
        static Wish read(Input in) {
            in.readOnly("part", "secret", "test", "revokedAt");
            String name = in.text("name", 100).get();
            Set<Scope> scopes = in.list("scopes", 1, 100)
                    .texts(60)
                    .as(Wish::scopes, ProblemCode.NOT_ONE_OF, Text.of("Possible: %s.", "可用：%s。", SCOPES))
                    .get();
            Sees sees = in.oneOf("sees", Sees.class).or(Sees.BRAND);
            return new Wish(
                    name,
                    scopes,
                    sees,
                    seesOf(in, sees),
                    in.instant("expiresAt").orNull());
        }

        private static @Nullable PublicId seesOf(Input in, Sees sees) {
            String text = in.text("seesOf", 30).orNull();
            if (text == null) {
                return null;
            }
            return switch (ApiKeyResource.boundTo(sees).read(text)) {
                case IdType.Read.Right(var id) -> id;
                case IdType.Read.Wrong(var code, var detail) -> {
                    in.complain("seesOf", code == ProblemCode.MALFORMED_ID ? ProblemCode.BAD_FORMAT : code, detail);
                    yield null;
                }
            };
        }

        private static Optional<Set<Scope>> scopes(List<String> codes) {
            Set<Scope> known =
                    codes.stream().map(Scope::of).flatMap(Optional::stream).collect(Collectors.toSet());
            return codes.stream().allMatch(code -> Scope.of(code).isPresent()) ? Optional.of(known) : Optional.empty();
        }

        CreateApiKey.Command by(Caller caller) {
            return new CreateApiKey.Command(caller, name, scopes, sees, seesOf, expiresAt);
        }
    }
}
