package cn.siyu.application.channel.port;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Products that staff show to customers in the conversation (商品图册).
public interface ProductAlbums {
    /// All products, a page at a time.
    Answer<Slice<Product>> list(@Nullable String cursor);

    Answer<Product> fetch(String productId);

    /// Answers the id. After an Unknown a second one may exist on the far side.
    Answer<String> create(Request request);

    /// Puts the request in the place of what was there.
    Answer<Ack> update(String productId, Request request);

    Answer<Ack> delete(String productId);

    /// What a product should be.
    ///
    /// @param description 1 to 300 characters
    /// @param priceMinor in the smallest unit of the currency (分), 0 to 5,000,000
    /// @param sku our own number for it, up to 128 letters and digits; may be empty
    /// @param pictures 1 to 9 ids from [MediaUploads#forProducts]
    record Request(String description, long priceMinor, String sku, List<String> pictures) {
        public Request {
            pictures = List.copyOf(pictures);
            if (pictures.isEmpty()) {
                throw new IllegalArgumentException("a product has a picture");
            }
        }
    }

    /// A product.
    ///
    /// @param createdAt null in lists, which do not tell
    record Product(
            String productId,
            String description,
            long priceMinor,
            String sku,
            List<String> pictures,
            @Nullable Instant createdAt) {
        public Product {
            pictures = List.copyOf(pictures);
        }
    }
}
