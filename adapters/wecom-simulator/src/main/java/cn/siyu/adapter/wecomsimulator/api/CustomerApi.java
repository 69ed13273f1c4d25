package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.MediaRow;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Customers (客户) one by one: list, get and remark.
final class CustomerApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int REMARK = 20;
    private static final int DESCRIPTION = 150;
    private static final int WECHAT = 1;
    private static final int BY_CHANNELS = 10;
    private static final int FOLLOWERS = 500;

    private CustomerApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactGet(ROOT + "list", CustomerApi::list, "external_userid"),
                Endpoint.contactGet(ROOT + "get", CustomerApi::get, "follow_user"),
                Endpoint.contactPost(ROOT + "remark", CustomerApi::remark));
    }

    /// The customer that a call names.
    static CustomerRow named(Call call) {
        var id = call.params().text("external_userid");
        if (id.isEmpty()) {
            throw Errcode.NO_EXTERNAL_USERID.error();
        }
        return call.corp().contacts().byId(id).orElseThrow(Errcode.BAD_EXTERNAL_USERID::error);
    }

    /// The relation that a call names by `userid` and `external_userid`.
    static RelationRow relation(Call call) {
        var userid = call.params().text("userid");
        if (userid.isEmpty()) {
            throw Errcode.BAD_USERID.error();
        }
        var member = StaffApi.visibleMember(call, userid);
        var customer = named(call);
        return call.corp()
                .contacts()
                .relation(customer.number(), member.userid())
                .orElseThrow(Errcode.NO_RELATION::error);
    }

    /// The part of an answer that describes a customer.
    static ObjectNode describe(Corp corp, CustomerRow customer, ObjectNode node) {
        node.put("external_userid", customer.externalUserId()).put("name", customer.name());
        node.put("avatar", "https://wx.qlogo.cn/mmhead/" + customer.number() + "/0");
        node.put("type", customer.type()).put("gender", customer.gender());
        unionid(corp, customer).ifPresent(unionid -> node.put("unionid", unionid));
        if (customer.type() == WECHAT) {
            return node;
        }
        node.put("position", "采购").put("corp_name", "别家公司").put("corp_full_name", "别家公司有限公司");
        node.putObject("external_profile").putArray("external_attr");
        return node;
    }

    /// The unionid of a WeChat user, if a developer id is bound.
    static Optional<String> unionid(Corp corp, CustomerRow customer) {
        return Optional.ofNullable(customer.unionid())
                .filter(_ -> customer.type() == WECHAT && !corp.row().noDeveloper());
    }

    /// What is known of a relation besides its tags.
    static void describe(Corp corp, RelationRow relation, ObjectNode node) {
        if (corp.contacts().byNumber(relation.customer()).type() == WECHAT) {
            node.put("remark_corp_name", relation.remarkCompany());
        }
        relation.mobiles().forEach(node.putArray("remark_mobiles")::add);
        node.put("oper_userid", relation.operUserId()).put("add_way", relation.addWay());
        if (!relation.state().isEmpty()) {
            node.put("state", relation.state());
        }
        if (relation.addWay() == BY_CHANNELS) {
            node.putObject("wechat_channels").put("nickname", corp.row().name()).put("source", 1);
        }
    }

    private static void list(Call call, ObjectNode answer) {
        var userid = call.params().text("userid");
        if (userid.isEmpty()) {
            throw Errcode.USER_UNKNOWN.error();
        }
        var member = StaffApi.visibleMember(call, userid);
        var contacts = call.corp().contacts();
        var customers = contacts.customersOf(member.userid());
        if (customers.isEmpty() || !member.customerContact()) {
            throw Errcode.NO_RELATION.error();
        }
        var ids = answer.putArray("external_userid");
        customers.keySet().forEach(number -> ids.add(contacts.byNumber(number).externalUserId()));
    }

    private static void get(Call call, ObjectNode answer) {
        var customer = named(call);
        var followers = call.corp().contacts().followersOf(customer.number()).stream()
                .filter(relation -> call.app().sees(relation.userid()))
                .toList();
        if (followers.isEmpty()) {
            throw Errcode.NO_RELATION.error();
        }
        var query = call.corp().corpId() + "|followers|" + customer.externalUserId();
        var page = Page.slice(call, query, followers.size(), FOLLOWERS, FOLLOWERS, answer);
        describe(call.corp(), customer, answer.putObject("external_contact"));
        var follow = answer.putArray("follow_user");
        followers.subList(page.from(), page.to()).forEach(relation -> describe(call, relation, follow.addObject()));
    }

    private static void describe(Call call, RelationRow relation, ObjectNode node) {
        node.put("userid", relation.userid()).put("remark", relation.remark());
        node.put("description", relation.description()).put("createtime", relation.createdAt());
        tags(call, relation, node.putArray("tags"));
        describe(call.corp(), relation, node);
    }

    private static void tags(Call call, RelationRow relation, ArrayNode tags) {
        var book = call.corp().tags();
        for (var id : relation.tags()) {
            book.tag(id).ifPresent(tag -> {
                var group = book.group(tag.groupId()).orElseThrow();
                tags.addObject()
                        .put("group_name", group.name())
                        .put("tag_name", tag.name())
                        .put("tag_id", tag.id())
                        .put("type", group.strategyId() == 0 ? 1 : 3);
            });
        }
        for (var name : relation.personalTags()) {
            tags.addObject().put("group_name", "个人").put("tag_name", name).put("type", 2);
        }
    }

    private static CustomerRow customer(Call call, RelationRow relation) {
        return call.corp().contacts().byNumber(relation.customer());
    }

    private static void remark(Call call, ObjectNode answer) {
        var relation = relation(call);
        var params = call.params();
        var given = List.of("remark", "description", "remark_company", "remark_mobiles", "remark_pic_mediaid");
        if (given.stream().noneMatch(params::has)) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var picture = params.text("remark_pic_mediaid");
        if (!picture.isEmpty()) {
            GivenMedia.forMessage(call, picture, MediaRow.Kind.IMAGE);
        }
        var remark = params.has("remark") ? Words.within(params, "remark", REMARK) : relation.remark();
        var description =
                params.has("description") ? Words.within(params, "description", DESCRIPTION) : relation.description();
        var company = params.has("remark_company") && customer(call, relation).type() == WECHAT
                ? Words.within(params, "remark_company", REMARK)
                : relation.remarkCompany();
        // [""] clears the list
        var mobiles = params.has("remark_mobiles")
                ? params.texts("remark_mobiles").stream()
                        .filter(mobile -> !Objects.equals(mobile, ""))
                        .toList()
                : relation.mobiles();
        call.corp().put(relation.withRemarks(remark, description, company, mobiles));
    }
}
