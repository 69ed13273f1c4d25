package cn.siyu.application.channel.port;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Product albums in memory.
final class InMemoryProductAlbums implements ProductAlbums {
    private final InMemoryFarSide farSide;
    private final Map<String, Product> products = new LinkedHashMap<>();

    InMemoryProductAlbums(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    @Override
    public Answer<Slice<Product>> list(@Nullable String cursor) {
        return farSide.read(() -> Pages.of(List.copyOf(products.values()), cursor));
    }

    @Override
    public Answer<Product> fetch(String productId) {
        return farSide.read(() -> {
            var product = products.get(productId);
            return product == null ? none() : Answer.done(product);
        });
    }

    @Override
    public Answer<String> create(Request request) {
        return farSide.change(() -> {
            var id = "product" + farSide.next();
            return unfit(request) ? refused() : Answer.done(put(id, request));
        });
    }

    @Override
    public Answer<Ack> update(String productId, Request request) {
        return farSide.change(() -> {
            if (!products.containsKey(productId)) {
                return none();
            }
            if (unfit(request)) {
                return refused();
            }
            put(productId, request);
            return Answer.done(Ack.ACK);
        });
    }

    @Override
    public Answer<Ack> delete(String productId) {
        return farSide.change(() -> products.remove(productId) == null ? none() : Answer.done(Ack.ACK));
    }

    private String put(String id, Request request) {
        products.put(
                id,
                new Product(
                        id,
                        request.description(),
                        request.priceMinor(),
                        request.sku(),
                        request.pictures(),
                        farSide.now()));
        return id;
    }

    private boolean unfit(Request request) {
        return request.description().isEmpty()
                || request.description().length() > 300
                || request.priceMinor() < 0
                || request.priceMinor() > 5_000_000
                || !request.sku().matches("[A-Za-z0-9]{0,128}")
                || !request.pictures().stream().allMatch(id -> InMemoryMedia.ofProducts(farSide, id));
    }

    private static <T> Answer<T> refused() {
        return Answer.notDone(NotDoneReason.INVALID, "not a product");
    }

    private static <T> Answer<T> none() {
        return Answer.notDone(NotDoneReason.NOT_FOUND, "no such product");
    }
}
