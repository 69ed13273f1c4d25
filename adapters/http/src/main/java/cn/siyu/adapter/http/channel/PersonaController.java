package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.SetPersona;
import cn.siyu.application.channel.SetPersona.Outcome;
import cn.siyu.application.channel.SetPersona.Whose;
import cn.siyu.application.channel.port.Personas.Kept;
import cn.siyu.domain.channel.persona.Persona;
import cn.siyu.domain.channel.persona.PersonaAdvice;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Who the brand and its accounts are for their customers (人设).
@Controller("/v1/brands/{brand}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Personas")
final class PersonaController implements Contract.Owner {
    private static final String ACCOUNT = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd";
    private static final String EXAMPLE = "{\"name\":\"小完子\",\"figure\":\"PERSONABLE\",\"voice\":\"亲切，像闺蜜一样说话\","
            + "\"topics\":[{\"name\":\"护肤\",\"words\":[\"防晒\",\"精华\"]}],"
            + "\"calendar\":[{\"day\":\"MONDAY\",\"at\":\"20:30\",\"topic\":\"护肤\"}],\"forbiddenClaims\":[\"永久美白\"]}";

    private final SetPersona personas;
    private final CheckPersona check;

    PersonaController(SetPersona personas, CheckPersona check) {
        this.personas = personas;
        this.check = check;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .body("setBrandPersona", PersonaResource::read, EXAMPLE)
                .body("setAccountPersona", PersonaResource::read, EXAMPLE)
                .body(
                        "checkPersona",
                        Trial::read,
                        "{\"text\":\"防晒精华上新\",\"account\":\"acc_01kaj4v5x8e6rtz3m0w9q2c4hd\"}")
                .body("recommendPersona", Business::read, "{\"industry\":\"BEAUTY\",\"size\":\"SMALLER\"}");
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_READ)
    @Get("/persona")
    @Operation(
            operationId = "getBrandPersona",
            summary = "Show the brand's persona · 查看品牌人设",
            description = "Who every account is that has no persona of its own. 404 if nobody set one.")
    PersonaResource ofBrand(Caller caller) {
        return shown(caller, new Whose.TheBrands(), "");
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_READ)
    @Get("/channel-accounts/{account}/persona")
    @Operation(
            operationId = "getAccountPersona",
            summary = "Show an account's own persona · 查看账号人设",
            description = "404 if it has none of its own: then it speaks as the brand.")
    PersonaResource ofAccount(Caller caller, @PathVariable @Schema(example = ACCOUNT, maxLength = 30) String account) {
        return shown(caller, whose(account), account);
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_WRITE)
    @Put("/persona")
    @Operation(
            operationId = "setBrandPersona",
            summary = "Set the brand's persona · 设置品牌人设",
            description =
                    "Needs a key that sees the whole brand, and If-Match if there is one. From then on materials, moments and SOPs"
                            + " are checked against it, and every message for its account: a forbidden claim is refused with its place.")
    HttpResponse<PersonaResource> setOfBrand(Caller caller, JsonBody body, Conditions conditions, Write write) {
        return set(caller, new Whose.TheBrands(), "", body, conditions, write);
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_WRITE)
    @Put("/channel-accounts/{account}/persona")
    @Operation(
            operationId = "setAccountPersona",
            summary = "Set an account's persona · 设置账号人设",
            description =
                    "In the place of the brand's. Needs If-Match if the account has one. Moments of the account and SOPs are checked"
                            + " against it.")
    HttpResponse<PersonaResource> setOfAccount(
            Caller caller,
            @PathVariable @Schema(example = ACCOUNT, maxLength = 30) String account,
            JsonBody body,
            Conditions conditions,
            Write write) {
        return set(caller, whose(account), account, body, conditions, write);
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_WRITE)
    @Delete("/persona")
    @Operation(
            operationId = "removeBrandPersona",
            summary = "Take the brand's persona away · 删除品牌人设",
            description = "Nothing is checked any more, but for accounts with a persona of their own.")
    HttpResponse<PersonaResource> removeOfBrand(Caller caller, Conditions conditions, Write write) {
        return remove(caller, new Whose.TheBrands(), "", conditions, write);
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_WRITE)
    @Delete("/channel-accounts/{account}/persona")
    @Operation(
            operationId = "removeAccountPersona",
            summary = "Take an account's persona away · 删除账号人设",
            description = "It speaks as the brand again.")
    HttpResponse<PersonaResource> removeOfAccount(
            Caller caller,
            @PathVariable @Schema(example = ACCOUNT, maxLength = 30) String account,
            Conditions conditions,
            Write write) {
        return remove(caller, whose(account), account, conditions, write);
    }

    /// A text to be tried.
    private record Trial(String text, @Nullable PublicId account) {
        static Trial read(Input in) {
            return new Trial(
                    in.text("text", 20_000).get(),
                    in.id("account", IdType.CHANNEL_ACCOUNT).orNull());
        }
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_READ)
    @Post("/persona-checks")
    @Status(HttpStatus.OK)
    @Operation(
            operationId = "checkPersona",
            summary = "Would the persona say that? · 检查话术是否符合人设",
            description =
                    "Forbidden claims in a text, and whether it is off the persona's topics: of the account, or without one of the"
                            + " brand. Nothing is written.")
    PersonaCheckResource check(Caller caller, JsonBody body) {
        Trial trial = body.read(Trial::read);
        var account = trial.account();
        if (account == null) {
            return check.ofBrand(caller.brand(), trial.text())
                    .map(PersonaCheckResource::of)
                    .orElse(PersonaCheckResource.NOTHING);
        }
        var id = personas.seen(caller, account)
                .orElseThrow(() -> Problems.body(
                        "/account",
                        ProblemCode.REFERENCE_UNKNOWN,
                        Text.of("There is no such channel account here.", "这里没有此渠道账号。")));
        return check.ofAccount(caller.brand(), id, trial.text())
                .map(PersonaCheckResource::of)
                .orElse(PersonaCheckResource.NOTHING);
    }

    /// A business that asks.
    private record Business(PersonaAdvice.Industry industry, PersonaAdvice.Size size) {
        static Business read(Input in) {
            return new Business(
                    in.oneOf("industry", PersonaAdvice.Industry.class).get(),
                    in.oneOf("size", PersonaAdvice.Size.class).get());
        }
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_READ)
    @Post("/persona-recommendations")
    @Status(HttpStatus.OK)
    @Operation(
            operationId = "recommendPersona",
            summary = "Which figure suits the business? · 推荐人设类型",
            description =
                    "Consumer goods and smaller brands: a personable character of its own. Finance, education, health and larger"
                            + " brands: a professional, authoritative figure. With claims to begin with that must not be"
                            + " made. Nothing is written.")
    PersonaAdviceResource recommend(Caller caller, JsonBody body) {
        Business business = body.read(Business::read);
        return PersonaAdviceResource.of(PersonaAdvice.of(business.industry(), business.size()));
    }

    private static Whose whose(String account) {
        return new Whose.OfAccount(IdType.CHANNEL_ACCOUNT.inPath("account", account));
    }

    private PersonaResource shown(Caller caller, Whose whose, String id) {
        return personas.find(caller, whose).map(PersonaResource::of).orElseThrow(() -> none(id));
    }

    private HttpResponse<PersonaResource> set(
            Caller caller, Whose whose, String id, JsonBody body, Conditions conditions, Write write) {
        int current = seen(caller, whose, conditions);
        Persona persona = body.replace(PersonaResource::read);
        return write.run(() -> switch (personas.set(caller, whose, persona, current)) {
            case Outcome.Set(var kept, boolean fresh) ->
                fresh ? HttpResponse.created(PersonaResource.of(kept)) : HttpResponse.ok(PersonaResource.of(kept));
            case Outcome.Stale(int version) -> throw stale(version);
            case Outcome.Removed _, Outcome.Unknown _ -> throw unknown(id);
        });
    }

    private HttpResponse<PersonaResource> remove(
            Caller caller, Whose whose, String id, Conditions conditions, Write write) {
        int current = seen(caller, whose, conditions);
        return write.run(() -> switch (personas.remove(caller, whose, current)) {
            case Outcome.Removed(var kept) -> HttpResponse.ok(PersonaResource.of(kept));
            case Outcome.Stale(int version) -> throw stale(version);
            case Outcome.Set _, Outcome.Unknown _ -> throw none(id);
        });
    }

    /// The version that the caller must have seen; 0 if there is none.
    private int seen(Caller caller, Whose whose, Conditions conditions) {
        var kept = personas.find(caller, whose);
        kept.map(Kept::version).ifPresent(conditions::requireVersion);
        return kept.map(Kept::version).orElse(0);
    }

    private static ProblemException stale(int version) {
        return Problems.of(
                ProblemCode.CONCURRENT_CHANGE,
                Text.of(
                        "Somebody else changed this at the same moment; its version is %s now. Read it again and repeat.",
                        "此内容同时被他人修改，当前版本为 %s。请重新读取后再试。", version));
    }

    private static ProblemException none(String id) {
        return id.isEmpty()
                ? Problems.of(ProblemCode.NOT_FOUND, Text.of("The brand has no persona.", "品牌尚未设置人设。"))
                : Problems.of(
                        ProblemCode.NOT_FOUND,
                        Text.of("The account %s has no persona of its own here.", "这里的账号 %s 没有自己的人设。", id));
    }

    private static ProblemException unknown(String id) {
        return Problems.notFound(IdType.CHANNEL_ACCOUNT.label(), id);
    }
}
