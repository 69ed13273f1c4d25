package cn.siyu.domain.trust.calibration;

/// What was known of a relationship at a cut.
///
/// @param brand pieces left of each kind for brand trust, in the order of the kinds
/// @param social pieces left of each kind for social trust, in units of the kind's weight of
///     reference
/// @param habits recency, frequency, monetary value and tenure: what a simple model would look at
@SuppressWarnings("ArrayRecordComponent") // rows of numbers by the hundred thousand; never compared, never changed
record Features(double[] brand, double[] social, double[] habits) {}
