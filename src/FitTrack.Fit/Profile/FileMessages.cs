using static FitTrack.Fit.Profile.FieldProfile;

namespace FitTrack.Fit.Profile;

/// <summary>Messages that any kind of file may have.</summary>
internal static class FileMessages
{
    public static readonly MessageProfile FileId = new(
        0, "file_id",
        Code(0, "type", Codes.FileType), Code(1, "manufacturer", Codes.Manufacturer), new(2, "product"), new(3, "serial_number"), new(4, "time_created"),
        new(5, "number"), new(8, "product_name"));

    public static readonly MessageProfile FileCreator = new(49, "file_creator", new(0, "software_version"), new(1, "hardware_version"));

    public static readonly MessageProfile DeveloperDataId = new(
        207, "developer_data_id",
        new(0, "developer_id"), new(1, "application_id"), Code(2, "manufacturer_id", Codes.Manufacturer), new(3, "developer_data_index"), new(4, "application_version"));

    public static readonly MessageProfile FieldDescription = new(
        206, "field_description",
        new(0, "developer_data_index"), new(1, "field_definition_number"), new(2, "fit_base_type_id"), new(3, "field_name"), new(4, "array"), new(5, "components"),
        new(6, "scale"), new(7, "offset"), new(8, "units"), new(9, "bits"), new(10, "accumulate"), new(13, "fit_base_unit_id"), new(14, "native_mesg_num"),
        new(15, "native_field_num"));
}
