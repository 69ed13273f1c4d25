package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.content.AddMaterial;
import cn.siyu.application.content.ChangeMaterial;
import cn.siyu.application.content.MaterialLimits;
import cn.siyu.application.content.MaterialsForWelcome;
import cn.siyu.application.content.PreviewMaterial;
import cn.siyu.application.content.ReadMaterials;
import cn.siyu.application.content.port.Materials;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class ContentWiring {

    @Singleton
    AddMaterial addMaterial(
            Materials materials,
            MaterialLimits limits,
            CheckPersona personas,
            BrandClock clock,
            IdSource ids,
            UnitOfWork work) {
        return new AddMaterial(materials, limits, personas, clock, ids, work);
    }

    @Singleton
    ChangeMaterial changeMaterial(
            Materials materials, MaterialLimits limits, CheckPersona personas, BrandClock clock, UnitOfWork work) {
        return new ChangeMaterial(materials, limits, personas, clock, work);
    }

    @Singleton
    MaterialsForWelcome materialsForWelcome(Materials materials) {
        return new MaterialsForWelcome(materials);
    }

    @Singleton
    PreviewMaterial previewMaterial(MaterialLimits limits, Brands brands, BrandClock clock) {
        return new PreviewMaterial(limits, brands, clock);
    }

    @Singleton
    ReadMaterials readMaterials(Materials materials) {
        return new ReadMaterials(materials);
    }
}
