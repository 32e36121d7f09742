using System.Diagnostics.CodeAnalysis;

namespace GarminConnect.Simulator.Athletes;

/// <summary>All accounts.</summary>
internal sealed class AthleteDirectory
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Athlete> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> _numbers = [];
    private readonly SimulatorOptions _options;

    public AthleteDirectory(SimulatorOptions options)
    {
        _options = options;
        TryAdd(new AthleteSpec { Email = "athlete@example.com", Seed = 1, Activities = options.DefaultActivities }, out _);
        TryAdd(new AthleteSpec { Email = "mfa@example.com", Seed = 2, Activities = Math.Min(options.DefaultActivities, 150), Mfa = true }, out _);
        foreach (var spec in options.Athletes)
        {
            TryAdd(spec, out _);
        }
    }

    public IReadOnlyList<Athlete> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _byEmail.Values];
            }
        }
    }

    public Athlete? Find(string? email)
    {
        lock (_lock)
        {
            return email is null ? null : _byEmail.GetValueOrDefault(email.Trim());
        }
    }

    /// <summary>Makes an account; false when the e-mail address is taken.</summary>
    public bool TryAdd(AthleteSpec spec, [NotNullWhen(true)] out Athlete? athlete)
    {
        lock (_lock)
        {
            athlete = null;
            if (_byEmail.ContainsKey(spec.Email))
            {
                return false;
            }

            var today = _options.Today ?? DateOnly.FromDateTime(_options.Clock.GetUtcNow().UtcDateTime);
            athlete = new Athlete(spec, NumberOf(spec.Email), _options.Clock, today);
            _byEmail.Add(spec.Email, athlete);
            return true;
        }
    }

    /// <summary>FNV-1a of the address, so that an account has the same ids in every run.</summary>
    private int NumberOf(string email)
    {
        var hash = 2166136261;
        foreach (var letter in email)
        {
            hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619;
        }

        var number = (int)(hash % 900_000);
        while (!_numbers.Add(number))
        {
            number++;
        }

        return number;
    }
}
