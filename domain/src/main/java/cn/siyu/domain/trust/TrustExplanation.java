package cn.siyu.domain.trust;

import java.util.List;

/// Why T is what it is: the base, which holds without any evidence, plus what each piece of
/// evidence contributes, is T exactly.
///
/// @param trust what is explained
/// @param base T of a customer about whom nothing is known
/// @param contributions the pieces asked for, in their order, then the rest of each kind
public record TrustExplanation(RelationshipTrust trust, double base, List<Contribution> contributions) {

    public TrustExplanation {
        contributions = List.copyOf(contributions);
    }

    /// The base and all contributions added up.
    public double sum() {
        return base + contributions.stream().mapToDouble(Contribution::points).sum();
    }
}
