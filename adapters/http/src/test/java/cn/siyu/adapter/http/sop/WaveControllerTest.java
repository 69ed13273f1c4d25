package cn.siyu.adapter.http.sop;

import static cn.siyu.adapter.http.sop.Sops.active;
import static cn.siyu.adapter.http.sop.Sops.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.SopsWorld;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.sop.port.Waves;
import cn.siyu.application.sop.port.Waves.Counts;
import cn.siyu.application.sop.port.Waves.Wave;
import cn.siyu.domain.sop.WaveId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaveControllerTest {
    private static final String WAVES = "/v1/brands/demo/waves";

    private final String sop = active("");

    private String wave(int step) {
        SopsWorld.Kept kept = Api.bean(SopsWorld.Kept.class);
        var ofSop = kept.sops().page(World.DEMO, 0, 10_000).stream()
                .filter(each -> IdType.SOP.format(each.publicId()).equals(id(sop)))
                .findFirst()
                .orElseThrow();
        var version = kept.versions().of(World.DEMO, ofSop.id()).getFirst().id();
        long number = Api.bean(FactsWorld.Kept.class).ids().next();
        var key = new Waves.Key(version, step, World.NOW.plus(Duration.ofMinutes(step)));
        var wave = new Wave(new WaveId(number), FactsWorld.publicId(number), ofSop.id(), key, World.NOW);
        kept.waves().open(World.DEMO, List.of(wave));
        kept.waves().count(World.DEMO, Map.of(wave.id(), new Counts(10, 1, 5, 1, 1, 0, 2, 0)));
        return IdType.WAVE.format(wave.publicId());
    }

    @Test
    void showsWhatWasDecided() {
        Answer shown = Api.get(WAVES + "/" + wave(1));
        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        assertThat(shown.at("sop")).isEqualTo(id(sop));
        assertThat(shown.at("sopVersionNumber")).isEqualTo("1");
        assertThat(shown.at("step")).isEqualTo("1");
        assertThat(shown.text())
                .contains("\"decided\":{\"due\":10,\"leftAudience\":1,\"planned\":5,\"deferred\":1,\"refused\":1,"
                        + "\"expired\":0,\"control\":2,\"byTask\":0}");
        assertThat(shown.count("recipients")).isZero();
    }

    @Test
    void listsTheNewestFirst() {
        String older = wave(1);
        String newer = wave(2);
        Answer page = Api.get(WAVES + "?limit=1&sop=" + id(sop));
        assertThat(page.at("items", "0", "id")).isEqualTo(newer);
        assertThat(Api.get(page.at("next")).at("items", "0", "id")).isEqualTo(older);
        assertThat(Api.get(WAVES).at("items", "0", "id")).isEqualTo(newer);
        assertThat(Api.get(WAVES + "?sop=sop_01kaj4v5x8e6rtz3m0w9q2c4hd").count("items"))
                .isZero();
    }

    @Test
    void staysInsideTheBrandAndTheScope() {
        String path = WAVES + "/" + wave(3);
        assertThat(Api.get(path.replace("/demo/", "/live/"), "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(WAVES + "/" + id(sop)).at("code")).isEqualTo("wrong-id-type");
        assertThat(Api.get(path, "Authorization", Keys.without(Scope.WAVES_READ))
                        .status())
                .isEqualTo(403);
    }
}
