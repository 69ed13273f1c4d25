package cn.siyu.domain.channel.persona;

import cn.siyu.domain.channel.persona.Persona.Figure;
import java.util.ArrayList;
import java.util.List;

/// Which figure suits a business (人设建议): consumer goods and smaller brands a personable
/// character of its own; finance, education, health and larger brands a professional, authoritative
/// one.
///
/// @param figure what is recommended
/// @param clear whether industry and size speak for the same; if not, the industry decides
/// @param reasons what speaks for it
/// @param forbidden claims to begin with that must not be made there (禁用语)
public record PersonaAdvice(Figure figure, boolean clear, List<Reason> reasons, List<String> forbidden) {
    public PersonaAdvice {
        reasons = List.copyOf(reasons);
        forbidden = List.copyOf(forbidden);
    }

    /// What a business sells.
    public enum Industry {
        BEAUTY,
        FASHION,
        TRAVEL,
        FRESH_FOOD,
        OTHER_CONSUMER_GOODS,
        FINANCE,
        EDUCATION,
        HEALTH,
        OTHER
    }

    /// How large a brand is.
    public enum Size {
        SMALLER,
        LARGER
    }

    /// What speaks for a figure.
    public enum Reason {
        /// Customers of consumer goods follow a person whom they like.
        CONSUMER_GOODS,
        /// Where money, learning or health is at stake, customers look for somebody who knows.
        TRUST_IN_KNOWLEDGE,
        /// A smaller brand has no name yet, but can have a face.
        SMALLER_BRAND,
        /// A larger brand's name speaks for itself.
        LARGER_BRAND
    }

    /// What suits a business.
    public static PersonaAdvice of(Industry industry, Size size) {
        var bySize = size == Size.SMALLER ? Figure.PERSONABLE : Figure.AUTHORITATIVE;
        var reasons = new ArrayList<Reason>();
        Figure byIndustry = switch (industry) {
            case BEAUTY, FASHION, TRAVEL, FRESH_FOOD, OTHER_CONSUMER_GOODS -> {
                reasons.add(Reason.CONSUMER_GOODS);
                yield Figure.PERSONABLE;
            }
            case FINANCE, EDUCATION, HEALTH -> {
                reasons.add(Reason.TRUST_IN_KNOWLEDGE);
                yield Figure.AUTHORITATIVE;
            }
            case OTHER -> bySize;
        };
        if (byIndustry == bySize) {
            reasons.add(size == Size.SMALLER ? Reason.SMALLER_BRAND : Reason.LARGER_BRAND);
        }
        return new PersonaAdvice(byIndustry, byIndustry == bySize, reasons, forbidden(industry));
    }

    /// What the law on advertisements forbids everywhere, and what each trade must not promise.
    private static List<String> forbidden(Industry industry) {
        var forbidden = new ArrayList<>(List.of("国家级", "最高级", "最佳"));
        forbidden.addAll(
                switch (industry) {
                    case FINANCE -> List.of("保本", "稳赚", "零风险", "无风险", "保证收益");
                    case EDUCATION -> List.of("包过", "保过", "保录取", "命题人");
                    case HEALTH -> List.of("治愈", "根治", "包治", "无副作用", "安全无毒");
                    case BEAUTY -> List.of("药妆", "医学护肤", "永久美白");
                    case FRESH_FOOD -> List.of("治病", "防癌");
                    case FASHION, TRAVEL, OTHER_CONSUMER_GOODS, OTHER -> List.of();
                });
        return forbidden;
    }
}
