package cn.siyu.adapter.http.answer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.Problem;
import cn.siyu.adapter.http.problem.Problems;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;

/// What came of a batch.
///
/// @param items one per item of the request, in the same order
@Serdeable
@Schema(description = "What came of a batch")
public record BatchResource(@ArraySchema(maxItems = 500) List<BatchItem> items) {
    private static final int MOST_TOLD = 100;

    /// The answer 207 to a batch.
    ///
    /// @param atomic whether one refusal undoes all: then the request is refused with the mistakes
    ///     of all items
    public static HttpResponse<BatchResource> answer(
            HttpRequest<?> request, IdType type, List<ItemResult> results, boolean atomic) {
        if (atomic) {
            refuseIfOneIs(results);
        }
        return HttpResponse.<BatchResource>status(HttpStatus.MULTI_STATUS)
                .body(new BatchResource(
                        results.stream().map(each -> item(request, type, each)).toList()));
    }

    private static void refuseIfOneIs(List<ItemResult> results) {
        List<Mistake> mistakes = new ArrayList<>();
        for (ItemResult each : results) {
            if (each instanceof ItemResult.Refused(var problem)) {
                mistakes.addAll(problem.mistakes());
            }
        }
        if (!mistakes.isEmpty()) {
            throw Problems.body(mistakes.stream().limit(MOST_TOLD).toList());
        }
    }

    private static BatchItem item(HttpRequest<?> request, IdType type, ItemResult result) {
        return switch (result) {
            case ItemResult.Made(var id) -> new BatchItem(201, type.format(id), null);
            case ItemResult.Known(var id) -> new BatchItem(200, type.format(id), null);
            case ItemResult.Refused(var problem) ->
                new BatchItem(problem.code().status(), null, Problem.of(request, problem));
        };
    }
}
