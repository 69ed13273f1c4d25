package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.sop.ReadSops;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The waves (批次) in which SOPs send.
@Controller("/v1/brands/{brand}/waves")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Waves")
final class WaveController implements Contract.Owner {
    private static final Listing WAVES = Listing.inOrderOf("-createdAt")
            .filter("sop", FilterType.oneId(IdType.SOP))
            .build();

    private final ReadSops read;
    private final Lists lists;

    WaveController(ReadSops read, Lists lists) {
        this.read = read;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract().list("listWaves", WAVES);
    }

    @Needs(Scope.WAVES_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listWaves",
            summary = "List waves · 列出批次",
            description =
                    "Each is what one step of one version was to send in one minute, with what was decided and how far it"
                            + " has come; the newest first. The numbers are those of the whole brand.")
    Page<WaveResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(WAVES, request);
        @Nullable Place after = query.page().after();
        var rows = read.waves(
                caller,
                query.one("sop", PublicId.class).orElse(null),
                after == null ? Long.MAX_VALUE : after.id(),
                query.page().withOneMore().limit());
        return lists.page(
                query, rows, row -> new Place("", row.counted().wave().id().value()), WaveResource::of);
    }

    @Needs(Scope.WAVES_READ)
    @Get("/{wave}")
    @Operation(
            operationId = "getWave",
            summary = "Show a wave · 查看批次",
            description = "What was decided for the customers whose turn it was, and where their messages are now.")
    WaveResource show(
            Caller caller,
            @PathVariable @Schema(example = "wav_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String wave) {
        return read.wave(caller, IdType.WAVE.inPath("wave", wave))
                .map(WaveResource::of)
                .orElseThrow(() -> Problems.notFound(IdType.WAVE.label(), wave));
    }
}
