package cn.siyu.domain.trust;

/// Trust in one relationship, at one time, under one policy edition.
///
/// @param trust T, inside the envelope
/// @param brand brand trust, the same in every relationship of the customer
/// @param social social trust in this relationship
/// @param brandShare α, the share of brand trust in T
/// @param confidence of T: the components' confidences, mixed as their scores are
public record RelationshipTrust(
        double trust,
        ComponentScore brand,
        ComponentScore social,
        Envelope envelope,
        double brandShare,
        Confidence confidence) {

    /// Brand trust as it shows on this channel. T = α · this + (1 − α) · [#socialOnChannel].
    public double brandOnChannel() {
        return envelope.place(brand.quantile());
    }

    /// Social trust as it shows on this channel.
    public double socialOnChannel() {
        return envelope.place(social.quantile());
    }
}
