using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>An item together with the person who may change it.</summary>
internal sealed record OwnItem(EvidenceItem Item, Actor Actor)
{
    /// <exception cref="ForbiddenException">There is no such item, or the person does not fill in for its unit: the same for both.</exception>
    public static async Task<OwnItem> RequireAsync(AppDbContext db, Authorizer authorizer, Guid itemId, CancellationToken ct)
    {
        var item = await db.EvidenceItems.SingleOrDefaultAsync(known => known.Id == itemId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayFill(item?.UnitId ?? Guid.Empty), ct);
        return new(item ?? throw new ForbiddenException(Authorizer.NotAllowed), actor);
    }
}
