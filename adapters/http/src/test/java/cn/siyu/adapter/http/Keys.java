package cn.siyu.adapter.http;

import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.domain.brand.BrandId;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Keys, of `demo` if not said otherwise, for tests about rights, as values of the `Authorization`
/// header.
public final class Keys {
    private static final AtomicLong LAST = new AtomicLong(10_000);

    private Keys() {}

    /// A key that may do everything, in a part of the data.
    public static String seeing(DataScope sees) {
        return key(EnumSet.complementOf(EnumSet.of(Scope.INSTALLATION)), sees);
    }

    /// A key that may do everything but one thing.
    public static String without(Scope scope) {
        return key(EnumSet.complementOf(EnumSet.of(Scope.INSTALLATION, scope)), new DataScope.WholeBrand());
    }

    /// The key of the other brand.
    public static String ofOtherBrand() {
        return "Bearer " + World.LIVE_KEY.text();
    }

    /// A key that may do only these things, in all of `demo`.
    public static String bearer(Scope... scopes) {
        return bearer(World.DEMO, new DataScope.WholeBrand(), scopes);
    }

    /// A key of a brand, or of the installation, that may do only these things.
    public static String bearer(@Nullable BrandId brand, DataScope sees, Scope... scopes) {
        return key(brand, Set.of(scopes), sees);
    }

    private static String key(Set<Scope> scopes, DataScope sees) {
        return key(World.DEMO, scopes, sees);
    }

    private static String key(@Nullable BrandId brand, Set<Scope> scopes, DataScope sees) {
        long number = LAST.incrementAndGet();
        var text = World.text(number, World.DEMO.equals(brand));
        Api.bean(ApiKeys.class).add(World.aKey(number, text, brand, scopes, sees, null));
        return "Bearer " + text.text();
    }
}
