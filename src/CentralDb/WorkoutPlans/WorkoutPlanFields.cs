using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FitTrack.CentralDb.Api;
using FitTrack.Hosting;

namespace FitTrack.CentralDb.WorkoutPlans;

/// <summary>A plan to store.</summary>
/// <param name="Id">Made when absent. Letters, digits, <c>_</c> and <c>-</c>, at most 64. In a PUT the path says it.</param>
/// <param name="UserId">Whose it is; required in a POST, and never changed by a PUT.</param>
/// <param name="Name">Required.</param>
/// <param name="Description">May be absent.</param>
/// <param name="Sport">Required: <c>running</c>, <c>cycling</c>, <c>swimming</c>, <c>strength</c>, …</param>
/// <param name="PoolLength">Of a pool swim: metres.</param>
/// <param name="Steps">Required.</param>
internal sealed record WorkoutPlanFields(
    string? Id, Guid? UserId, string? Name, string? Description, string? Sport, double? PoolLength, IReadOnlyList<WorkoutStep?>? Steps)
{
    private static readonly JsonSerializerOptions StepJson = new(CentralDbJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static bool IsId(string id) =>
        id.Length is > 0 and <= 64 && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');

    public FieldErrors Validate(Guid? ownerOfStored = null)
    {
        var errors = new FieldErrors();
        if (ownerOfStored is null ? UserId is null : UserId is { } userId && userId != ownerOfStored)
        {
            errors.Add("user_id", ownerOfStored is null ? Fields.Required : "must be absent or the plan's user: a plan does not change hands");
        }

        if (Id is not null && !IsId(Id))
        {
            errors.Add("id", "must be letters, digits, _ or -, at most 64");
        }

        if (Fields.Text(errors, "name", Name, 200) is null)
        {
            errors.Add("name", Fields.Required);
        }

        if (Sport is null || !IsSport(Sport))
        {
            errors.Add("sport", "must be a sport such as running, cycling, swimming, strength, walking or hiking");
        }

        if (PoolLength is <= 0)
        {
            errors.Add("pool_length", "must be a number above 0");
        }

        Fields.Text(errors, "description", Description, 10_000);
        new WorkoutStepRules(errors).Check(Steps);
        return errors;
    }

    public string StepsAsJson() => JsonSerializer.Serialize(Steps, StepJson);

    /// <summary>The same for the same user and <c>Idempotency-Key</c>, so that a POST that is tried again finds its plan.</summary>
    public Guid IdFor(string idempotencyKey) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{UserId}\n{idempotencyKey}")).AsSpan(0, 16));

    private static bool IsSport(string sport) =>
        sport.Length is > 0 and <= 50 && sport.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_');
}
