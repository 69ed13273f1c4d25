package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What a customer is called elsewhere: its openid, its unionid, its id for a service provider, its
/// temporary id in a meeting, form or document.
final class IdApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int TEMPORARY_IDS = 100;
    private static final int PROVIDER_IDS = 1000;
    private static final int BUSINESSES = 3;
    private static final int USER_TYPES = 4;

    private IdApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "convert_to_openid", IdApi::openid),
                Endpoint.contactPost(ROOT + "unionid_to_external_userid", IdApi::unionid),
                Endpoint.contactPost(
                        "/cgi-bin/service/externalcontact/unionid_to_external_userid_3rd",
                        IdApi::unionidOfProvider,
                        "external_userid_info"),
                Endpoint.contactPost(ROOT + "to_service_external_userid", IdApi::toProvider),
                Endpoint.contactPost(ROOT + "from_service_external_userid", IdApi::fromProvider),
                Endpoint.contactPost(ROOT + "get_new_external_userid", IdApi::newIds, "items"),
                Endpoint.contactPost(ROOT + "finish_external_userid_migration", IdApi::finish),
                Endpoint.contactPost(
                        "/cgi-bin/idconvert/convert_tmp_external_userid",
                        IdApi::temporary,
                        "results",
                        "invalid_tmp_external_userid_list"));
    }

    private static void openid(Call call, ObjectNode answer) {
        var customer = CustomerApi.named(call);
        if (customer.type() != 1) {
            throw Errcode.BAD_EXTERNAL_ID_TYPE.error();
        }
        answer.put("openid", call.corp().ids().openid(customer.externalUserId()));
    }

    private static void unionid(Call call, ObjectNode answer) {
        answer.put("external_userid", byUnionid(call).externalUserId());
    }

    private static void unionidOfProvider(Call call, ObjectNode answer) {
        var corpId = call.params().text("corpid");
        if (!corpId.isEmpty() && !corpId.equals(call.corp().corpId())) {
            throw Errcode.BAD_CORPID.error();
        }
        var customer = byUnionid(call);
        answer.putArray("external_userid_info")
                .addObject()
                .put("corpid", call.corp().corpId())
                .put("external_userid", call.corp().ids().ofProvider(customer.externalUserId()));
    }

    private static CustomerRow byUnionid(Call call) {
        if (call.corp().row().noDeveloper()) {
            throw Errcode.NO_DEVELOPER.error();
        }
        if (call.corp().row().unverified()) {
            throw Errcode.CORP_NOT_VERIFIED.error();
        }
        var customer =
                call.corp().contacts().byUnionid(call.params().text("unionid")).orElseThrow(Errcode.BAD_UNIONID::error);
        var openid = call.params().text("openid");
        if (!openid.isEmpty() && !openid.equals(call.corp().ids().openid(customer.externalUserId()))) {
            throw Errcode.OTHER_ACCOUNT.error();
        }
        return customer;
    }

    private static void toProvider(Call call, ObjectNode answer) {
        answer.put(
                "external_userid",
                call.corp().ids().ofProvider(CustomerApi.named(call).externalUserId()));
    }

    private static void fromProvider(Call call, ObjectNode answer) {
        var params = call.params();
        if (params.text("external_userid").isEmpty()) {
            throw Errcode.NO_EXTERNAL_USERID.error();
        }
        if (!params.has("source_agentid")) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        params.number("source_agentid", 0);
        var customer = call.corp()
                .contacts()
                .byOtherId(
                        "provider", params.text("external_userid"), call.corp().ids()::ofProvider)
                .orElseThrow(Errcode.BAD_EXTERNAL_USERID::error);
        answer.put("external_userid", customer.externalUserId());
    }

    private static void newIds(Call call, ObjectNode answer) {
        var ids = call.params().texts("external_userid_list");
        if (ids.isEmpty()) {
            throw Errcode.NO_EXTERNAL_USERID.error();
        }
        if (ids.size() > PROVIDER_IDS) {
            throw Errcode.BAD_USER_LIST_LENGTH.error();
        }
        var items = answer.putArray("items");
        for (var id : ids) {
            call.corp()
                    .contacts()
                    .byId(id)
                    .ifPresent(_ -> items.addObject()
                            .put("external_userid", id)
                            .put("new_external_userid", call.corp().ids().ofProvider(id)));
        }
    }

    /// A service provider says that it needs the old ids no more; nothing changes for the corp.
    private static void finish(Call call, ObjectNode answer) {
        if (!call.params().text("corpid").equals(call.corp().corpId())) {
            throw Errcode.BAD_CORPID.error();
        }
    }

    private static void temporary(Call call, ObjectNode answer) {
        var params = call.params();
        var business = params.number("business_type", 0);
        var userType = params.number("user_type", 0);
        if (business < 1 || business > BUSINESSES) {
            throw Errcode.invalidParam("business_type");
        }
        if (userType < 1 || userType > USER_TYPES) {
            throw Errcode.invalidParam("user_type");
        }
        var ids = params.texts("tmp_external_userid_list");
        if (ids.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        if (ids.size() > TEMPORARY_IDS) {
            throw Errcode.BAD_USER_LIST_LENGTH.error();
        }
        var results = answer.putArray("results");
        var invalid = answer.putArray("invalid_tmp_external_userid_list");
        for (var id : ids) {
            // only customers have temporary ids here: user_type 1
            call.corp()
                    .contacts()
                    .byOtherId(
                            "business" + business, id, of -> call.corp().ids().temporaryIn((int) business, of))
                    .filter(_ -> userType == 1)
                    .ifPresentOrElse(
                            customer -> results.addObject()
                                    .put("tmp_external_userid", id)
                                    .put("external_userid", customer.externalUserId()),
                            () -> invalid.add(id));
        }
    }
}
