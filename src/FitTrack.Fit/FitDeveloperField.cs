namespace FitTrack.Fit;

/// <summary>The description of a field that an application on the device has added to the profile's.</summary>
public sealed record FitDeveloperField
{
    /// <summary>Which application of this file it belongs to.</summary>
    public required int DeveloperIndex { get; init; }

    /// <summary>Its number among the fields of that application.</summary>
    public required int Number { get; init; }

    /// <summary>Its name, such as <c>Form Power</c>; <see langword="null"/> when the file has none.</summary>
    public string? Name { get; init; }

    /// <summary>The unit of its values, in the application's own spelling; <see langword="null"/> when the file has none.</summary>
    public string? Unit { get; init; }

    /// <summary>The application's id; <see langword="null"/> when the file does not say it.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>The message that has a field for the same quantity in the profile; <see langword="null"/> when none is named.</summary>
    public int? NativeMessage { get; init; }

    /// <summary>The profile's field for the same quantity; <see langword="null"/> when none is named.</summary>
    public int? NativeField { get; init; }

    internal byte TypeCode { get; private init; }

    internal double Scale { get; private init; } = 1;

    internal double Offset { get; private init; }

    internal static FitDeveloperField From(FitMessage description, byte developer, byte number, Guid? application) => new()
    {
        DeveloperIndex = developer,
        Number = number,
        Name = description.Text("field_name"),
        Unit = description.Text("units"),
        ApplicationId = application,
        NativeMessage = description.SmallInteger("native_mesg_num"),
        NativeField = description.SmallInteger("native_field_num"),
        TypeCode = (byte)(description.Integer("fit_base_type_id") ?? (long)FitBaseType.Bytes),
        Scale = description.Value("scale") is { } scale and not 0 ? scale : 1,
        Offset = description.Value("offset") ?? 0,
    };
}
