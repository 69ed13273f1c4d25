package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.behaviour.Behaviour;
import cn.siyu.adapter.wecomsimulator.control.ControlRoute.Request;
import cn.siyu.adapter.wecomsimulator.control.ControlRoute.Written;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.WorldFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Saves worlds to one JSON file and loads them again; see [WorldFile].
final class WorldOperations {
    private static final String CORP_WORLD = "/simulator/corps/{corp}/world";

    private WorldOperations() {}

    static void addTo(ControlRoute route, Operations.Parts parts) {
        route.on(
                        "GET",
                        "/simulator/world",
                        200,
                        _ -> saved(parts.world().corps(), parts.faults().saved()))
                .on("PUT", "/simulator/world", 200, request -> loadAll(parts, request))
                .on("GET", CORP_WORLD, 200, request -> saved(List.of(CorpOperations.corp(parts, request)), List.of()))
                .on("PUT", CORP_WORLD, 200, request -> load(parts, request));
    }

    private static Written saved(Collection<Corp> corps, List<JsonNode> faults) {
        return new Written("application/json; charset=utf-8", out -> WorldFile.write(corps, faults, out));
    }

    private static WorldFile.Read read(Operations.Parts parts, Request request) throws IOException {
        var file = new WorldFile(parts.world()).read(request.body());
        file.corps().forEach(Behaviour::check);
        return file;
    }

    /// Rules of the file take the place of those in force; without any, those in force stay.
    private static Object loadAll(Operations.Parts parts, Request request) throws IOException {
        var file = read(parts, request);
        if (!file.faults().isMissingNode()) {
            parts.faults().restore(file.faults());
        }
        return adopt(parts, file.corps());
    }

    private static Object load(Operations.Parts parts, Request request) throws IOException {
        var corps = read(parts, request).corps();
        var wanted = request.variable("corp");
        if (corps.size() != 1 || !corps.getFirst().corpId().equals(wanted)) {
            throw ControlError.bad("the file must hold the corp " + wanted + " and no other; it holds "
                    + corps.stream().map(Corp::corpId).toList());
        }
        return adopt(parts, corps);
    }

    /// Nothing is changed unless the whole file could be read. Corps that are not in the file stay.
    private static Object adopt(Operations.Parts parts, List<Corp> corps) {
        parts.world().adopt(corps);
        corps.forEach(parts.behaviour()::animate);
        return Map.of("loaded", corps.stream().map(Corp::corpId).toList());
    }
}
