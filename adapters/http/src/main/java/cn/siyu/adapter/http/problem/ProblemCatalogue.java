package cn.siyu.adapter.http.problem;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import java.util.List;

/// All kinds of problems, explained.
///
/// @param items the kinds, in the order of their status
@Serdeable
public record ProblemCatalogue(@ArraySchema(maxItems = 500) List<ProblemPage> items) {}
