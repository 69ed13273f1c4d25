package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.sop.IdForm;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopNaming.Kind;
import java.util.Optional;

/// Ids in definitions as clients write them everywhere: `mat_01kaj4v5x8e6rtz3m0w9q2c4hd`.
enum SopIds implements IdForm {
    FORM;

    @Override
    public Optional<PublicId> read(Kind kind, String text) {
        return type(kind).read(text) instanceof IdType.Read.Right(var id) ? Optional.of(id) : Optional.empty();
    }

    @Override
    public String write(Kind kind, PublicId id) {
        return type(kind).format(id);
    }

    private static IdType type(Kind kind) {
        return switch (kind) {
            case MATERIAL -> IdType.MATERIAL;
            case TAG -> IdType.TAG;
            case CONTACT_WAY -> IdType.CONTACT_WAY;
        };
    }
}
