package cn.siyu.application.audience;

/// Thrown when somebody asks about a field that they may see only masked.
public final class PersonalFieldHidden extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    PersonalFieldHidden(String field) {
        super(field + " is personal data, which the caller does not see");
        this.field = field;
    }

    /// The field, as expressions write it.
    public String field() {
        return field;
    }
}
