namespace GarminSync.ChaosTests;

/// <summary>Each of them in random order, then all again in another: so that none is left out by chance.</summary>
internal sealed class Turns<T>(T[] all)
{
    private readonly Queue<T> _left = [];

    public T Next(Random random)
    {
        if (_left.Count == 0)
        {
            random.Shuffle(all);
            foreach (var one in all)
            {
                _left.Enqueue(one);
            }
        }

        return _left.Dequeue();
    }
}
