package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.sop.ReadTemplates;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Which departments' changes an enrolment has used (实际执行内容).
@Controller("/v1/brands/{brand}/enrolments/{enrolment}/variants")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "SOPs")
final class EnrolmentVariantController implements Contract.Owner {
    private final ReadTemplates read;

    EnrolmentVariantController(ReadTemplates read) {
        this.read = read;
    }

    @Override
    public Contract contract() {
        return new Contract();
    }

    @Needs(Scope.ENROLMENTS_READ)
    @Get
    @Operation(
            operationId = "getEnrolmentVariants",
            summary = "Which changes of stores an enrolment has used · 查看实际执行内容",
            description =
                    "Step by step, at which store the customer was then and whose change it was. Steps that aren't here were carried"
                            + " out as head office has them.")
    EnrolmentVariantsResource show(
            Caller caller,
            @PathVariable @Schema(example = "enr_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String enrolment) {
        return read.used(caller, IdType.ENROLMENT.inPath("enrolment", enrolment))
                .map(used -> EnrolmentVariantsResource.of(enrolment, used))
                .orElseThrow(() -> Problems.notFound(IdType.ENROLMENT.label(), enrolment));
    }
}
