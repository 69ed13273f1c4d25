package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ProductAlbums;
import cn.siyu.application.channel.port.Slice;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// Product albums (商品图册): `…_product_album`. An app changes only what it made.
public final class WeComProductAlbums implements ProductAlbums {
    private static final String ROOT = "/cgi-bin/externalcontact/";

    private final WeComClient client;

    public WeComProductAlbums(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<Slice<Product>> list(@Nullable String cursor) {
        return client.read(
                ApiCall.post(ROOT + "get_product_album_list", Bodies.page(Bodies.body(), cursor, 100)),
                answer -> new Slice<>(
                        answer.objects("product_list", WeComProductAlbums::product), answer.nextAfter(cursor)));
    }

    @Override
    public Answer<Product> fetch(String productId) {
        return client.read(
                ApiCall.post(ROOT + "get_product_album", Bodies.body("product_id", productId))
                        .as(productId),
                answer -> product(answer.object("product")));
    }

    @Override
    public Answer<String> create(Request request) {
        return client.change(
                ApiCall.post(ROOT + "add_product_album", fill(Bodies.body(), request))
                        .as(request.sku()),
                answer -> answer.id("product_id"));
    }

    @Override
    public Answer<Ack> update(String productId, Request request) {
        var body = fill(Bodies.body("product_id", productId), request);
        return client.change(ApiCall.post(ROOT + "update_product_album", body).as(productId), _ -> Ack.ACK);
    }

    @Override
    public Answer<Ack> delete(String productId) {
        var body = Bodies.body("product_id", productId);
        return client.change(ApiCall.post(ROOT + "delete_product_album", body).as(productId), _ -> Ack.ACK);
    }

    private static ObjectNode fill(ObjectNode body, Request request) {
        body.put("description", request.description())
                .put("price", request.priceMinor())
                .put("product_sn", request.sku());
        var pictures = body.putArray("attachments");
        request.pictures()
                .forEach(id -> pictures.addObject()
                        .put("type", "image")
                        .putObject("image")
                        .put("media_id", id));
        return body;
    }

    private static Product product(AnswerBody row) throws MalformedAnswer {
        return new Product(
                row.id("product_id"),
                row.textOr("description", ""),
                row.number("price"),
                row.textOr("product_sn", ""),
                row.objects("attachments", one -> one.object("image").id("media_id", MediaFormat.ID_CHARS)),
                row.optionalTime("create_time"));
    }
}
