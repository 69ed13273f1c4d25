package cn.siyu.domain.brand;

/// The number of a brand inside this installation; the first part of every key.
///
/// @param value 1 or more
public record BrandId(int value) {
    public BrandId {
        if (value < 1) {
            throw new IllegalArgumentException("a brand number is 1 or more, was " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
