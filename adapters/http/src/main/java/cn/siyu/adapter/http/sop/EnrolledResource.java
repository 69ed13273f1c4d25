package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.sop.EnrolCustomers.Answer;
import cn.siyu.domain.id.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of putting customers in.
///
/// @param enrolled how many were put in now
/// @param more whether the audience may have more than one call takes; then call again
/// @param results one for each customer that was named, in their order; none for an audience
@Serdeable
@Schema(name = "Enrolled")
record EnrolledResource(
        @Schema(example = "2", minimum = "0") int enrolled,
        @Schema(example = "false") boolean more,
        @ArraySchema(maxItems = 500) List<Result> results) {

    /// What came of one customer.
    ///
    /// @param customer who
    /// @param outcome what came of it
    /// @param enrolment the new enrolment; null if there is none
    @Serdeable
    @Schema(name = "EnrolmentResult")
    record Result(
            @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String customer,

            EnrolmentOutcome outcome,

            @Nullable @Schema(example = "enr_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String enrolment) {

        private static Result of(PublicId customer, Answer answer) {
            String id = IdType.CUSTOMER.format(customer);
            return switch (answer) {
                case Answer.Enrolled(var enrolment) ->
                    new Result(id, EnrolmentOutcome.ENROLLED, IdType.ENROLMENT.format(enrolment.publicId()));
                case Answer.AlreadyIn() -> new Result(id, EnrolmentOutcome.ALREADY_IN, null);
                case Answer.NotInAudience() -> new Result(id, EnrolmentOutcome.NOT_IN_AUDIENCE, null);
                case Answer.Unknown() -> new Result(id, EnrolmentOutcome.UNKNOWN, null);
            };
        }
    }

    static EnrolledResource of(Map<PublicId, Answer> answers) {
        List<Result> results = answers.entrySet().stream()
                .map(each -> Result.of(each.getKey(), each.getValue()))
                .toList();
        int enrolled = Math.toIntExact(results.stream()
                .filter(each -> each.outcome() == EnrolmentOutcome.ENROLLED)
                .count());
        return new EnrolledResource(enrolled, false, results);
    }
}
