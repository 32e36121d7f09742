using FitTrack.Databases;
using Xunit;

namespace FitTrack.CentralDb.Tests;

/// <summary>Runs a theory once on each database.</summary>
public sealed class EachDatabase : TheoryData<DatabaseProvider>
{
    public EachDatabase()
    {
        Add(DatabaseProvider.Sqlite);
        Add(DatabaseProvider.PostgreSql);
    }
}
