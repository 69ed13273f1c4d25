package cn.siyu.adapter.http.meta;

import cn.siyu.adapter.http.answer.WriteLimits;
import cn.siyu.adapter.http.csv.CsvBody;
import cn.siyu.adapter.http.json.JsonLimits;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.security.Needs;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/// What the API says about itself as data.
@Controller("/v1")
@Tag(name = "About")
final class MetaController {
    @Needs({})
    @Get("/vocabulary")
    @Operation(
            operationId = "getVocabulary",
            summary = "Words for every code · 全部代码的名称与说明",
            description =
                    "Labels and descriptions of every code in Chinese and English. Codes may be added at any time.")
    VocabularyResource vocabulary() {
        return new VocabularyResource(
                Vocabulary.terms().stream().map(TermResource::of).toList());
    }

    @Needs({})
    @Get("/limits")
    @Operation(
            operationId = "getLimits",
            summary = "What a request may have · 请求的各项上限",
            description = "Limits of bodies, pages and keys, as data.")
    LimitsResource limits() {
        return new LimitsResource(
                JsonLimits.MOST_BYTES,
                JsonLimits.DEEPEST,
                CsvBody.MOST_BYTES,
                Lists.DEFAULT_PAGE,
                Lists.LARGEST_PAGE,
                WriteLimits.LONGEST_KEY,
                "P" + WriteLimits.KEPT_FOR.toDays() + "D");
    }
}
