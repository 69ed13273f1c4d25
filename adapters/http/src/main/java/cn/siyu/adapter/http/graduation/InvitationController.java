package cn.siyu.adapter.http.graduation;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.graduation.AcceptInvitation;
import cn.siyu.application.graduation.AcceptInvitation.Came;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Takes in who came to a personal account with the code of an invitation.
@Controller("/v1/brands/{brand}/invitation-acceptances")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Graduation")
final class InvitationController implements Contract.Owner {
    private static final String EXAMPLE = "{\"token\":\"7K3M9QXA\",\"friend\":\"xiaoming88\"}";

    private final AcceptInvitation accept;

    InvitationController(AcceptInvitation accept) {
        this.accept = accept;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .body("acceptInvitation", InvitationController::wish, EXAMPLE)
                .problems("acceptInvitation", ProblemCode.STATE_CONFLICT);
    }

    private record Wish(
            String token, String friend, @Nullable Instant at) {}

    /// Who was taken in.
    @Serdeable
    @Schema(name = "InvitationAcceptance", description = "Who came with the code of an invitation")
    record Accepted(
            Came came,

            @Schema(description = "Who was invited", example = "gca_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String candidate,

            @Schema(description = "Whose friend it is now", example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String account) {}

    @Needs(Scope.TASKS_WRITE)
    @Post
    @Operation(
            operationId = "acceptInvitation",
            summary = "Somebody came with a code · 登记邀请口令",
            description =
                    "The new friend of the account is the customer who was invited: identities are joined as by a login, trust"
                            + " goes along by the policy's share. Said twice it comes to the same; an expired code still"
                            + " counts, as late. `came` says what it came to: SOMEBODY_ELSE where the friend is known as"
                            + " another customer, which is an identity conflict for people to decide; the invitation"
                            + " stays open until they do. 422 at `/at` for a moment before the code was there.")
    HttpResponse<Accepted> accept(Caller caller, JsonBody body, Write write) {
        Wish wish = body.read(InvitationController::wish);
        var command = new AcceptInvitation.Command(caller, wish.token(), wish.friend(), wish.at());
        return write.run(() -> switch (accept.handle(command)) {
            case AcceptInvitation.Outcome.TakenIn(var candidate, var account, var came) ->
                HttpResponse.ok(new Accepted(
                        came,
                        IdType.GRADUATION_CANDIDATE.format(candidate.publicId()),
                        IdType.CHANNEL_ACCOUNT.format(account.publicId())));
            case AcceptInvitation.Outcome.InTheFuture(var now) ->
                throw Problems.body(
                        "/at",
                        ProblemCode.OUT_OF_RANGE,
                        Text.of("This has not come yet; it is %s.", "时间未到，现在是 %s。", now));
            case AcceptInvitation.Outcome.BeforeTheCode(var chosenAt) ->
                throw Problems.body(
                        "/at",
                        ProblemCode.OUT_OF_RANGE,
                        Text.of(
                                "This was before there was such a code, at %s. Say when the customer told it.",
                                "该时间早于邀请口令生成时间（%s）。请填写客户报口令的时间。", chosenAt));
            case AcceptInvitation.Outcome.Spent() ->
                throw Problems.of(
                        ProblemCode.STATE_CONFLICT,
                        Text.of(
                                "This code is spent: another friend has told it, or the customer is not invited any more. If this is the same person, decide so with an identity decision.",
                                "该口令已失效：已有其他好友使用，或该客户不再受邀。若确为同一人，请用身份裁决确认。"));
            case AcceptInvitation.Outcome.Unknown() ->
                throw Problems.body(
                        "/token",
                        ProblemCode.REFERENCE_UNKNOWN,
                        Text.of("No invitation to an account that you see has this code.", "您可见的账号没有该邀请口令。"));
        });
    }

    private static Wish wish(Input in) {
        return new Wish(
                in.text("token", 40).get(),
                in.text("friend", 128).get(),
                in.instant("at").orNull());
    }
}
