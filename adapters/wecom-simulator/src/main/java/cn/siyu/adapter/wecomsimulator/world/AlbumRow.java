package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;

/// A product in the corp's album (商品图册).
///
/// @param sequence counts the products that a corp ever had
/// @param agentId the app that made it; only this one may change it
/// @param price in 分
/// @param code the corp's own number of it; `""` for none
/// @param attachments an array of images, as it came
public record AlbumRow(
        String productId,
        int sequence,
        int agentId,
        long createdAt,
        String description,
        long price,
        String code,
        JsonNode attachments)
        implements Row {

    /// The product was deleted.
    public record Gone(String productId) implements Row {}
}
