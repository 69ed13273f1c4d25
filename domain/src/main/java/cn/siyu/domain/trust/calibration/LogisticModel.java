package cn.siyu.domain.trust.calibration;

/// P = σ(intercept + Σ coefficients · features).
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record LogisticModel(double intercept, double[] coefficients) {

    double at(double[] features) {
        double sum = intercept;
        for (int k = 0; k < features.length; k++) {
            if (features[k] != 0) {
                sum += coefficients[k] * features[k];
            }
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
