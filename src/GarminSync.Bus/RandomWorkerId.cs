using System.Security.Cryptography;
using MassTransit;
using MassTransit.NewIdProviders;

namespace GarminSync.Bus;

/// <summary>
/// Makes the ids of this process's messages differ from those of all others. MassTransit makes them of the time, half of the network card's address and the
/// process id, which containers have in common: two that publish in the same tick would use one id, and receivers would drop one of the messages.
/// </summary>
internal sealed class RandomWorkerId : IWorkerIdProvider
{
    private const int Bytes = 6;

    // Without the process id, which would take the place of two of the bytes.
    public static void Use() => NewId.SetGenerator(new NewIdGenerator(new DateTimeTickProvider(), new RandomWorkerId()));

    public byte[] GetWorkerId(int index) => RandomNumberGenerator.GetBytes(Bytes);
}
