package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.AlbumRow;
import cn.siyu.adapter.wecomsimulator.world.MediaRow;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/// Products that members show to customers (商品图册).
final class ProductAlbumApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int DESCRIPTION = 300;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{0,128}");

    private ProductAlbumApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "add_product_album", ProductAlbumApi::add),
                Endpoint.contactPost(ROOT + "get_product_album", ProductAlbumApi::get),
                Endpoint.contactPost(ROOT + "get_product_album_list", ProductAlbumApi::list, "product_list"),
                Endpoint.contactPost(ROOT + "update_product_album", ProductAlbumApi::update),
                Endpoint.contactPost(ROOT + "delete_product_album", ProductAlbumApi::delete));
    }

    private static void add(Call call, ObjectNode answer) {
        var corp = call.corp();
        if (!call.params().has("price")) {
            throw Errcode.BAD_PRICE.error();
        }
        var description = description(call);
        var price = price(call);
        var code = code(call);
        var pictures = pictures(call);
        if (pictures.isEmpty()) {
            throw Errcode.EMPTY_ATTACHMENTS.error();
        }
        if (corp.limited()
                && corp.rules().products().size() >= corp.limits().rules().products()) {
            throw Errcode.PRODUCT_LIMIT.error();
        }
        var sequence = corp.rules().nextProduct();
        var id = corp.ids()
                .config(
                        "product|" + sequence,
                        taken -> corp.rules().product(taken).isPresent()
                                || corp.rules().wasProduct(taken));
        corp.put(new AlbumRow(id, sequence, call.app().agentId(), call.now(), description, price, code, pictures));
        answer.put("product_id", id);
    }

    private static void get(Call call, ObjectNode answer) {
        var product = named(call);
        describe(product, answer.putObject("product").put("create_time", product.createdAt()));
    }

    private static void list(Call call, ObjectNode answer) {
        var query = call.corp().corpId() + "|products";
        var start = Cursors.read(query, call.params().text("cursor"));
        var limit = Page.limitOrUsual(call.params(), 50, 100);
        var nodes = answer.putArray("product_list");
        var next = "";
        var from = Math.clamp(start.major(), 0, Integer.MAX_VALUE);
        for (var product : call.corp().rules().products().tailMap(from).values()) {
            if (nodes.size() == limit) {
                next = Cursors.write(query, new Cursors.Position(product.sequence(), 0));
                break;
            }
            describe(product, nodes.addObject());
        }
        answer.put("next_cursor", next);
    }

    /// What is not given stays.
    private static void update(Call call, ObjectNode answer) {
        var old = own(call);
        var params = call.params();
        var pictures = pictures(call);
        if (params.has("attachments") && pictures.isEmpty()) {
            throw Errcode.EMPTY_ATTACHMENTS.error();
        }
        call.corp()
                .put(new AlbumRow(
                        old.productId(),
                        old.sequence(),
                        old.agentId(),
                        old.createdAt(),
                        params.has("description") ? description(call) : old.description(),
                        params.has("price") ? price(call) : old.price(),
                        params.has("product_sn") ? code(call) : old.code(),
                        pictures.isEmpty() ? old.attachments() : pictures));
    }

    private static void delete(Call call, ObjectNode answer) {
        call.corp().put(new AlbumRow.Gone(own(call).productId()));
    }

    private static void describe(AlbumRow product, ObjectNode node) {
        node.put("product_id", product.productId()).put("description", product.description());
        node.put("price", product.price()).put("product_sn", product.code());
        node.set("attachments", product.attachments());
    }

    private static AlbumRow named(Call call) {
        var id = call.params().text("product_id");
        if (id.isEmpty()) {
            throw Errcode.NO_PRODUCT.error();
        }
        var book = call.corp().rules();
        return book.product(id)
                .orElseThrow(() -> book.wasProduct(id) ? Errcode.PRODUCT_DELETED.error() : Errcode.BAD_PRODUCT.error());
    }

    /// An app changes only what it made itself.
    private static AlbumRow own(Call call) {
        var product = named(call);
        if (product.agentId() != call.app().agentId()) {
            throw Errcode.NO_PRIVILEGE.error();
        }
        return product;
    }

    private static String description(Call call) {
        var description = call.params().text("description");
        if (description.isEmpty() || Words.characters(description) > DESCRIPTION) {
            throw Errcode.BAD_DESCRIPTION.error();
        }
        return description;
    }

    private static long price(Call call) {
        var price = call.params().number("price", 0);
        if (price < 0 || price > call.corp().limits().rules().price()) {
            throw Errcode.BAD_PRICE.error();
        }
        return price;
    }

    private static String code(Call call) {
        var code = call.params().text("product_sn");
        if (!CODE.matcher(code).matches()) {
            throw Errcode.BAD_PRODUCT_SN.error();
        }
        return code;
    }

    private static ArrayNode pictures(Call call) {
        var attachments = call.params().objects("attachments");
        if (attachments.size() > call.corp().limits().rules().pictures()) {
            throw Errcode.TOO_MANY_ATTACHMENTS.error();
        }
        var kept = Json.MAPPER.createArrayNode();
        for (var attachment : attachments) {
            if (!attachment.text("type").equals("image")) {
                throw Errcode.BAD_ATTACHMENT_TYPE.error();
            }
            var id = attachment.object("image").text("media_id");
            GivenMedia.of(call, id, MediaRow.Kind.IMAGE, MediaRow.Scene.ALBUM);
            kept.addObject().put("type", "image").putObject("image").put("media_id", id);
        }
        return kept;
    }
}
