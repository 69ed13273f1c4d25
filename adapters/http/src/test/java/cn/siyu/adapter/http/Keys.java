package cn.siyu.adapter.http;

import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.ApiKeys;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Keys of `demo` for tests about rights, as values of the `Authorization` header.
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

    private static String key(Set<Scope> scopes, DataScope sees) {
        long number = LAST.incrementAndGet();
        var text = World.text(number, true);
        Api.bean(ApiKeys.class).add(World.aKey(number, text, World.DEMO, scopes, sees, null));
        return "Bearer " + text.text();
    }
}
