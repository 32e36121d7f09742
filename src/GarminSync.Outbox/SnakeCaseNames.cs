using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Outbox;

/// <summary>Names columns <c>like_this</c>, so that SQL by hand needs no quotes on PostgreSQL. Tables are named in their configurations.</summary>
internal static class SnakeCaseNames
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }
}
