package cn.siyu.adapter.wecom.doctor;

import java.util.Map;
import java.util.regex.Pattern;

/// What to do about an error code of the platform.
final class Advice {
    private static final Pattern CODE = Pattern.compile("errcode (-?[0-9]+)");
    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("40001", "the secret is not this corp's, or was reset: copy it from 应用管理 → the app → Secret"),
            Map.entry("40091", "the secret is not this corp's, or was reset: copy it from 应用管理 → the app → Secret"),
            Map.entry("40013", "the corp id is unknown: copy it from 我的企业 → 企业ID"),
            Map.entry("60020", "add this machine's public address under 应用管理 → the app → 企业可信IP"),
            Map.entry("48002", "tick the app under 客户联系 → 权限配置 → 可调用接口的应用, and grant the permission there"),
            Map.entry("60011", "widen the app's 可见范围"),
            Map.entry("84061", "widen the app's 可见范围, and 客户联系 → 权限配置 → 使用范围"),
            Map.entry("84074", "give the members the feature under 客户联系 → 权限配置 → 使用范围"),
            Map.entry("45009", "the platform blocks this address or corp for a while: wait an hour and look again"),
            Map.entry("41200", "the corp's category does not have this function"),
            Map.entry("41305", "set the corp's category in the admin console first"),
            Map.entry("41211", "switch the function on under 客户联系 → 客户朋友圈"));

    private Advice() {}

    /// The detail of a failed call with what to do.
    static String on(String detail) {
        var code = CODE.matcher(detail);
        return code.find() && BY_CODE.containsKey(code.group(1))
                ? BY_CODE.get(code.group(1)) + " [" + detail + "]"
                : detail + "; look at the network, the address and the settings";
    }
}
