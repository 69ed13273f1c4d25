package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.SopsWorld;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Value;
import cn.siyu.domain.channel.ChannelAccountId;
import java.util.UUID;

/// SOPs of `demo` and whoever is put in them, for tests.
final class Sops {
    static final String SOPS = "/v1/brands/demo/sops";
    static final String ENROLMENTS = "/v1/brands/demo/enrolments";

    private Sops() {}

    static String material() {
        return Api.post("/v1/brands/demo/materials", "{\"name\":\"券\",\"text\":\"第二杯半价\"}")
                .at("id");
    }

    /// The path of a new SOP.
    static String path() {
        return SOPS + "/" + Api.post(SOPS, "{\"name\":\"新客欢迎\"}").at("id");
    }

    static Answer save(String sop, String definition) {
        return Api.post(sop + "/versions", "{\"definition\": " + definition + "}");
    }

    static String byHand(String more) {
        return """
                {"trigger": {"type": "MANUAL"}, %s
                 "steps": [{"type": "WAIT", "for": "P1D"}, {"type": "SEND", "material": "%s"}]}""".formatted(more, material());
    }

    static Answer act(String path) {
        return Api.send("POST", path, null);
    }

    static Answer actOnce(String path) {
        return Api.send("POST", path, null, "Idempotency-Key", UUID.randomUUID().toString());
    }

    /// The path of a new SOP that takes in customers by hand.
    static String active(String more) {
        String sop = path();
        save(sop, byHand(more));
        act(sop + "/versions/1/activations");
        return sop;
    }

    static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The id of a new customer, whom audiences know by a nickname.
    static String customer(ChannelAccountId account, String nickname) {
        FactsWorld.Kept facts = Api.bean(FactsWorld.Kept.class);
        var number = facts.contact("wm" + UUID.randomUUID(), account);
        var customer = facts.customers().find(World.DEMO, number).orElseThrow();
        Api.bean(SopsWorld.Kept.class)
                .audiences()
                .put(
                        World.DEMO,
                        customer,
                        field -> field.equals(CustomerField.NICKNAME.field()) ? new Value.Text(nickname) : null);
        return IdType.CUSTOMER.format(customer.publicId());
    }

    static Answer enrol(String sop, String whom, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Idempotency-Key";
        all[1] = UUID.randomUUID().toString();
        return Api.post(ENROLMENTS, "{\"sop\": \"" + id(sop) + "\", " + whom + "}", all);
    }
}
