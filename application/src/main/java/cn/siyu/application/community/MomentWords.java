package cn.siyu.application.community;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.content.MaterialLimits;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.Rendering;
import cn.siyu.domain.content.Variable;
import cn.siyu.domain.content.VariableValue;
import cn.siyu.domain.content.VariableValues;
import java.util.EnumMap;

/// What a material says as a post: it speaks to everybody, so that only the brand and the account
/// have a name.
public final class MomentWords {
    private final Brands brands;
    private final MaterialLimits limits;

    public MomentWords(Brands brands, MaterialLimits limits) {
        this.brands = brands;
        this.limits = limits;
    }

    Rendering render(BrandId brand, Material material, ChannelAccount account) {
        var known = new EnumMap<Variable, VariableValue>(Variable.class);
        known.put(
                Variable.BRAND_NAME,
                new VariableValue.Text(brands.find(brand).orElseThrow().name()));
        known.put(Variable.STAFF_NAME, new VariableValue.Text(account.name()));
        return material.content().render(new VariableValues(known), limits.widest());
    }
}
