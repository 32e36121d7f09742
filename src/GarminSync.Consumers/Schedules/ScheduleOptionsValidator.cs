using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Schedules;

internal sealed class ScheduleOptionsValidator(IServiceScopeFactory scopes, TimeProvider clock) : IValidateOptions<ScheduleOptions>
{
    private const string Section = $"{ScheduleOptions.SectionName}:{nameof(ScheduleOptions.Default)}";

    public ValidateOptionsResult Validate(string? name, ScheduleOptions options)
    {
        var problems = new SortedDictionary<string, string>(StringComparer.Ordinal);
        options.Default.Text?.Read(clock.GetUtcNow(), problems);
        using (var scope = scopes.CreateScope())
        {
            scope.ServiceProvider.GetRequiredService<SchedulableKinds>().Check(options.Default.KindList, problems);
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Select(problem =>
            $"{Section}:{NameOf(problem.Key)} {problem.Value}. For no default schedule set {Section}:Every and {Section}:Cron to nothing."));
    }

    // Of a field of the HTTP API: time_zone is TimeZone.
    private static string NameOf(string field) => string.Concat(field.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
