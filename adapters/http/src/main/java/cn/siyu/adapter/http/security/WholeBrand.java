package cn.siyu.adapter.http.security;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;

/// What reaches customers of the whole brand is for keys that see the whole brand (数据范围): a store's key may
/// work with the store's customers only.
public final class WholeBrand {
    private WholeBrand() {}

    /// Refuses a caller that sees only a part.
    public static void require(Caller caller) {
        if (!(caller.sees() instanceof DataScope.WholeBrand)) {
            throw Problems.of(
                    ProblemCode.SCOPE_MISSING,
                    Text.of(
                            "This concerns the whole brand, and the key sees only a part of it. Use a key that sees the brand.",
                            "此操作涉及整个品牌，而该密钥只能看到其中一部分。请使用可见整个品牌的密钥。"));
        }
    }
}
