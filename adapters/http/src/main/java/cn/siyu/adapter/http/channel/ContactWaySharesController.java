package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.channel.ReadAchievedShares;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/// Whether a contact way's visitors were spread as planned (分流占比).
@Controller("/v1/brands/{brand}/contact-ways/{way}/shares")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Contact ways")
final class ContactWaySharesController implements Contract.Owner {
    private static final int MONTH = 30;
    private static final int LONGEST = 731;

    private final ReadAchievedShares read;

    ContactWaySharesController(ReadAchievedShares read) {
        this.read = read;
    }

    @Override
    public Contract contract() {
        return new Contract();
    }

    @Needs(Scope.CONTACT_WAYS_READ)
    @Get
    @Operation(
            operationId = "getContactWayShares",
            summary = "Were visitors spread as planned? · 分流占比",
            description =
                    "What each account was to get by its weight (without one: by its daily cap) beside what it got in the last"
                            + " days, with Pearson's χ². A rule that takes turns is off only while accounts are away; a sticky one"
                            + " keeps its shares on average only. Who came back to an account that they know doesn't count.")
    ContactWaySharesResource show(
            Caller caller,
            @PathVariable @Schema(example = "cwy_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String way,
            @QueryValue @Schema(description = "How many days back", example = "30", minimum = "1", maximum = "731")
                    Optional<Integer> days) {
        int asked = days.orElse(MONTH);
        if (asked < 1 || asked > LONGEST) {
            throw Problems.parameter(
                    "days",
                    ProblemCode.INVALID_PARAMETER,
                    Text.of("This must be a whole number of 1 to %s.", "此处应为 1 到 %s 的整数。", LONGEST));
        }
        return read.shares(caller, IdType.CONTACT_WAY.inPath("way", way), asked)
                .map(ContactWaySharesResource::of)
                .orElseThrow(() -> Problems.notFound(IdType.CONTACT_WAY.label(), way));
    }
}
