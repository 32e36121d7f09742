using System.Security.Cryptography;
using MassTransit;
using MassTransit.NewIdProviders;

namespace GarminSync.Bus;

/// <summary>
/// Makes sure that no two processes give their messages the same id. MassTransit builds ids from the time, half of the network card's address and the process id,
/// and containers may have the last two in common: of two messages published in the same tick, receivers would drop one as a duplicate.
/// </summary>
internal sealed class RandomWorkerId : IWorkerIdProvider
{
    private const int Bytes = 6;

    // Without MassTransit's provider of process ids, which would overwrite two of the bytes.
    public static void Use() => NewId.SetGenerator(new NewIdGenerator(new DateTimeTickProvider(), new RandomWorkerId()));

    public byte[] GetWorkerId(int index) => RandomNumberGenerator.GetBytes(Bytes);
}
