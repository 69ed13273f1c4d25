package cn.siyu.adapter.http.meta;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import java.util.List;

/// Every code of the API with its words.
///
/// @param items the codes, group by group
@Serdeable
public record VocabularyResource(
        @ArraySchema(maxItems = 2000) List<TermResource> items) {}
