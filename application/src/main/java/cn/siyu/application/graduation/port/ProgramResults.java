package cn.siyu.application.graduation.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.graduation.ProgramResult;
import java.util.Optional;

/// What came of programs until they ended (迁移结果存档); never written again.
public interface ProgramResults {
    /// Keeps the result of a program that has none yet.
    void keep(BrandId brand, ProgramId program, ProgramResult result);

    /// That of a program, exactly as it was kept; empty while it has not ended.
    Optional<ProgramResult> of(BrandId brand, ProgramId program);
}
