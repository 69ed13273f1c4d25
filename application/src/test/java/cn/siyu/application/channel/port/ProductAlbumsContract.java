package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [ProductAlbums] does.
public interface ProductAlbumsContract {
    FurtherWorld world();

    private static ProductAlbums.Request request(FurtherWorld world, String description, long price) {
        var picture = value(world.connection().media().orElseThrow().forProducts(MediaUploadsContract.picture()));
        return new ProductAlbums.Request(description, price, "SKU1", List.of(picture.mediaId()));
    }

    @Test
    default void aProductIsMadeReadChangedAndDeleted() {
        var world = world();
        var albums = world.connection().productAlbums().orElseThrow();
        var request = request(world, "燕麦拿铁", 1990);
        var id = value(albums.create(request));
        var product = value(albums.fetch(id));
        assertThat(new ProductAlbums.Request(
                        product.description(), product.priceMinor(), product.sku(), product.pictures()))
                .isEqualTo(request);

        value(albums.update(id, request(world, "燕麦拿铁 大杯", 2290)));

        assertThat(value(albums.fetch(id)).priceMinor()).isEqualTo(2290);
        value(albums.delete(id));
        assertThat(reason(albums.fetch(id))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(albums.delete(id))).isEqualTo(NotDoneReason.NOT_FOUND);
    }

    @Test
    default void listsAllProducts() {
        var world = world();
        var albums = world.connection().productAlbums().orElseThrow();
        var made = IntStream.range(0, 5)
                .mapToObj(number -> value(albums.create(request(world, "饮品" + number, number))))
                .toList();
        assertThat(Pages.all(albums::list))
                .extracting(ProductAlbums.Product::productId)
                .containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    default void refusesWhatIsNoProduct() {
        var world = world();
        var albums = world.connection().productAlbums().orElseThrow();
        assertThat(reason(albums.create(request(world, "好".repeat(301), 1)))).isEqualTo(NotDoneReason.INVALID);
        assertThat(reason(albums.create(request(world, "贵", 5_000_001)))).isEqualTo(NotDoneReason.INVALID);
        var nowhere = new ProductAlbums.Request("杯", 1, "", List.of("no-media-of-this-name"));
        assertThat(reason(albums.create(nowhere))).isEqualTo(NotDoneReason.INVALID);
    }
}
