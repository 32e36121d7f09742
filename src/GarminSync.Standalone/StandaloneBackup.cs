using CentralDb.Client;
using FitTrack.CentralDb;
using FitTrack.Databases.Backups;
using FitTrack.Hosting;
using GarminSync.Consumers.State;

namespace GarminSync.Standalone;

/// <summary>All that the standalone keeps, for a backup: the state store, and the CentralDB of its own where it has one.</summary>
internal static class StandaloneBackup
{
    /// <param name="options">The options of the command line.</param>
    public static BackupSubject Open(string[] options)
    {
        var (state, configuration, owned) = StateStoreBackup.OpenStore(options);
        var url = configuration.GetValue<Uri?>($"{CentralDbOptions.SectionName}:{nameof(CentralDbOptions.Url)}") ?? new CentralDbOptions().Url;
        var always = configuration.GetValue<bool>($"{EmbeddedCentralDbOptions.SectionName}:{nameof(EmbeddedCentralDbOptions.Always)}");
        if (!always && !url.IsLoopback)
        {
            return new BackupSubject("standalone", DataFolder.Get(configuration), [state], owned);
        }

        // No address is opened and no key needed.
        var server = EmbeddedCentralDb.Create(new CentralDbOptions { Url = url }, configuration);
        var (centralDb, scope) = CentralDbBackup.StoreOf(server);

        // The state store comes first: what it calls synced is in CentralDB when that is read afterwards. The other way round it would call synced what is not there.
        return new BackupSubject("standalone", DataFolder.Get(configuration), [state, centralDb with { MayBeAbsent = true }], [.. owned, scope, server]);
    }
}
